/** A Chromium with the templates served to it and nothing else: no other host is reachable. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { cache } from './sources.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

export interface Lab {
  page: Page;
  /** Address of a file below the cache. */
  url(path: string): string;
  close(): Promise<void>;
}

/** `entry`: the module of `inside/` that the page gets. */
export async function openLab(entry: string, extra: string[] = []): Promise<Lab> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    if (path === '/lab')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><body></body>');
    const file = join(cache, normalize(path));
    const type = TYPES[extname(file)];
    if (!type || !file.startsWith(cache) || !existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404).end();
    response.setHeader('content-type', type);
    response.setHeader('cache-control', 'max-age=3600');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 1000 });
  await page.goto(`${origin}/lab`);
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, 'inside', entry)],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2024',
  });
  for (const script of [...extra, bundled.outputFiles[0]!.text]) await page.addScriptTag({ content: script });
  return {
    page,
    url: (path) => `${origin}/${path}`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
