import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

export interface BundleServer {
  /** What is served from now on, and how the bytes are spoilt on their way, if at all. */
  dir: string;
  spoil: ((file: string, bytes: Buffer) => Buffer | null) | null;
  requests: string[];
  /** Is waited for before a request is answered. */
  before: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A static host as anybody may run one, for bundles good and bad. Answers below /bundle/. */
export async function serveBundle(dir: string, port: number): Promise<BundleServer> {
  const served: BundleServer = { dir, spoil: null, requests: [], before: null, close: async () => {} };
  const server = createServer(async (request, response) => {
    const file = path.normalize(new URL(request.url ?? '/', 'http://h').pathname).replace(/^\/bundle\//, '');
    served.requests.push(file);
    await served.before?.(file);
    try {
      const bytes = await readFile(path.join(served.dir, file));
      const sent = served.spoil ? served.spoil(file, bytes) : bytes;
      if (!sent) throw new Error('withheld');
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end(sent);
    } catch {
      response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  served.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return served;
}
