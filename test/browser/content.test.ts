import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type BundleServer, serveBundle } from './support/bundle-server.ts';
import { type Launched, launch, stopBackground, until } from './support/chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');
const NEW_TITLE = '메일이 서버에서 사라져요 - 고쳐 쓴 제목';

describe('content reaches the reader verified, and stays', () => {
  let home: string;
  let work: string;
  let second: string;
  let server: BundleServer;
  let launched: Launched;
  let popup: Page;
  let options: Page;

  const open = async (page: string) => {
    const tab = await launched.browser.newPage();
    await tab.goto(`chrome-extension://${launched.extension.id}/${page}`);
    return tab;
  };
  /** What the toolbar finds for a query, as text. */
  const find = async (query: string, expected: string) => {
    await popup.reload();
    await popup.bringToFront();
    const field = await popup.waitForSelector('input[type="search"], input[role="combobox"], input');
    await field?.type(query);
    await popup.waitForSelector(`::-p-text(${expected})`, { timeout: 15_000 });
  };
  /** Presses 지금 확인 and waits for what the page says then. */
  const check = async (says: string) => {
    await options.bringToFront();
    await options.locator('button ::-p-text(지금 확인)').click();
    await until(() => options.evaluate((words) => document.body.innerText.includes(words), says), says);
  };

  beforeAll(async () => {
    home = inject('home');
    work = await mkdtemp(path.join(home, 'content-'));
    second = path.join(work, 'bundle');
    await cp(path.join(root, 'content'), path.join(work, 'content'), { recursive: true });
    await cp(path.join(home, 'bundle'), second, { recursive: true });
    const file = path.join(work, 'content/hiworks/outlook-pop3-mail-gone.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^title:.*$/m, `title: "${NEW_TITLE}"`));
    await promisify(execFile)(
      'npm',
      ['run', '-s', 'giljabi', '--', 'publish', '--content', path.join(work, 'content'), '--out', second],
      { cwd: root, env: { ...process.env, GILJABI_HOME: home } },
    );
    // Publishing there has also made lounge pages; the ones of the run's own bundle are made again by whoever needs them.
    launched = await launch(inject('extension'));
    popup = await open('popup.html');
    options = await open('options.html');
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
    await rm(work, { recursive: true, force: true });
  });

  it('serves the first run from the package, with nobody to ask', async () => {
    await find('메일이 서버에서 사라져요', '메일이 서버에서 사라져요');
    await check('안내서를 받는 곳에 연결하지 못했습니다');
  });

  it('fetches a newer version, asking only for the parts that changed', async () => {
    server = await serveBundle(second, inject('deskPort'));
    await check('2판');
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    const parts = server.requests.filter((file) => file.startsWith('parts/'));
    expect(new Set(parts).size).toBe(3); // the article, the catalogue, the search index
  });

  it('refuses an older version and keeps what it has', async () => {
    server.dir = path.join(home, 'bundle');
    await check('받은 안내서가 지금 것보다 오래되었습니다');
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
  });

  it('refuses a manifest with one byte changed', async () => {
    server.dir = second;
    server.spoil = (file, bytes) => {
      if (file === 'manifest.json') bytes[40] = (bytes[40] ?? 0) ^ 1;
      return bytes;
    };
    await check('안내서의 서명이 맞지 않습니다');
  });

  it('refuses a manifest without a signature that it trusts', async () => {
    server.spoil = (file, bytes) =>
      file === 'manifest.sig' ? Buffer.from(`ed25519 ${'0'.repeat(16)} ${'A'.repeat(86)}==\n`) : bytes;
    await check('안내서에 서명이 없습니다');
  });

  it('goes on working offline, also after the background was stopped', async () => {
    await server.close();
    await stopBackground(launched);
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    const hit = await popup.waitForSelector(`::-p-text(${NEW_TITLE})`);
    await hit?.click();
    await popup.waitForFunction(() => (document.querySelector('article')?.textContent?.length ?? 0) > 400);
  });
});
