import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Pages {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  close(): Promise<void>;
}

/** What a page says about itself before its first byte. */
const HEADERS: Record<string, Record<string, string>> = {
  'strict-csp.html': {
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Somebody else's pages, one a behaviour. `{other}` in a page is the address of a second server: another origin.
 * @param extra files besides those of this folder, by path
 * @param host another address of this machine is another site, which nobody has granted
 */
export async function servePages(
  extra: Record<string, string> = {},
  other = '',
  host = '127.0.0.1',
): Promise<Pages> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://h');
    const name = path.normalize(pathname).slice(1);
    try {
      const text = extra[name] ?? (await readFile(path.join(import.meta.dirname, name), 'utf8'));
      const library = searchParams.get('library');
      const sheet = `<link rel="stylesheet" href="${library}.css" />`;
      const head = library ? `${sheet}<script src="${library}.js"></script>` : '';
      const body = text.replaceAll('{other}', other).replace('</head>', `${head}</head>`);
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(name)] ?? 'text/plain',
        ...HEADERS[name],
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
