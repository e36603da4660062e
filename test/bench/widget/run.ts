import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer';
import { chromiumPath, FLAGS } from '../../browser/support/chromium.ts';

/**
 * What a visitor's browser fetches until the inquiry form shows its first suggestion, and what the editor adds: bodies
 * as they travel, gzip -9. Others' figures: Zendesk Guide's request form with its editor 616 kB (its theme's assets,
 * gzip -9), DocSearch 5.2 90 kB (UMD), both measured in November 2026.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const home = mkdtempSync(path.join(root, '.giljabi', 'bench-widget-'));
const npm = (...args: string[]) =>
  execFileSync('npm', ['run', '-s', ...args], { cwd: root, env: { ...process.env, GILJABI_HOME: home } });
npm('giljabi', '--', 'keys', 'new');
npm('build:widget');
npm('giljabi', '--', 'publish');

const served: { name: string; bytes: number; kind: 'code' | 'content' }[] = [];
const server = createServer(async (request, response) => {
  const name = new URL(request.url ?? '/', 'http://x').pathname;
  if (name === '/') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      '<!doctype html><html lang="ko"><script type="module" src="/widget.js"></script><giljabi-inquiry></giljabi-inquiry>',
    );
    return;
  }
  const content = name.startsWith('/bundle/');
  const bytes = await readFile(path.join(home, content ? '.' : 'widget', path.normalize(name))).catch(
    () => null,
  );
  if (!bytes) return void response.writeHead(404).end();
  const body = gzipSync(bytes, { level: 9 });
  served.push({ name, bytes: body.length, kind: content ? 'content' : 'code' });
  const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as { port: number };

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
const sum = (kind: string, from = 0) =>
  served.slice(from).reduce((all, each) => all + (each.kind === kind ? each.bytes : 0), 0);

const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
try {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await (await page.waitForSelector('>>> [name="summary"]'))?.focus();
  await page.keyboard.type('스팸메일');
  await page.waitForSelector('>>> .gj-suggestions [data-hit]');
  const first = served.length;
  for (const { name, bytes, kind } of served) console.log(`  ${kB(bytes)}  ${kind.padEnd(7)}  ${name}`);
  console.log(`${kB(sum('code'))}  code until the first suggestion`);
  console.log(
    `${kB(sum('content'))}  documents and index that it was found in (they grow with what is published)`,
  );

  await page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
  const saved = served.length;
  console.log(`${kB(sum('code', first))}  more for the first draft: store, checks, sender`);
  await (await page.waitForSelector('>>> .gj-detail'))?.focus();
  await page.waitForSelector('>>> div.gj-detail');
  console.log(`${kB(sum('code', saved))}  more for the editor of the details`);
  console.log(`${kB(616_000)}  Zendesk Guide's request form with its editor`);
  console.log(`${kB(90_000)}  DocSearch 5.2`);
} finally {
  await browser.close();
  server.close();
  rmSync(home, { recursive: true, force: true });
}
