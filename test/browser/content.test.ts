import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type KeyPair, loadKey, rotateKey } from '../../desk/publish/keys.ts';
import { type PublishOptions, publish } from '../../desk/publish/publish.ts';
import { openDraft } from '../../desk/serve/draft.ts';
import { type BundleServer, serveBundle } from './support/bundle-server.ts';
import { type Launched, launch, stopBackground, until } from './support/chromium.ts';
import { freePort } from './support/ports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const NEW_TITLE = '메일이 서버에서 사라져요 - 고쳐 쓴 제목';

/** Settings show once their first answers are there. */
const SHOWN = 'main:not([hidden])';

describe('content reaches the reader verified, and stays', () => {
  let home: string;
  let work: string;
  let second: string;
  let third: string;
  let rotated: string;
  let stolen: string;
  let drafts: string;
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
  /** A key remembers what it has signed, also for the tests before this one: the numbers are not known beforehand. */
  const versionIn = async (bundle: string): Promise<number> =>
    JSON.parse(await readFile(path.join(bundle, 'manifest.json'), 'utf8')).version;
  /** Presses 지금 확인 and waits for what the page says then. */
  const check = async (says: string) => {
    await options.bringToFront();
    await options.waitForSelector(SHOWN);
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
    [third, rotated, stolen, drafts] = (await Promise.all(
      ['third', 'rotated', 'stolen', 'drafts'].map(async (name) => {
        await cp(second, path.join(work, name), { recursive: true });
        return path.join(work, name);
      }),
    )) as [string, string, string, string];
    const keys = path.join(work, 'keys');
    await cp(path.join(home, 'keys'), keys, { recursive: true });
    const old = await loadKey(keys, 'publish');
    const content = path.join(work, 'content');
    const publishTo = (out: string, publishKey: KeyPair, more: Partial<PublishOptions> = {}) =>
      publish({ content, out, days: 90, publishKey, receiptKey: old.key, ...more });
    await publishTo(drafts, old, { draft: true, days: 120 });
    await appendFile(file, '\n덧붙인 글.\n');
    await publishTo(third, old);
    await publishTo(stolen, old, { versionFloor: 1_000_000 });
    await rotateKey(keys);
    await publishTo(rotated, await loadKey(keys, 'publish'), { versionFloor: await versionIn(third) });
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
    await check(`${await versionIn(second)}판`);
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    const parts = () => new Set(server.requests.filter((file) => file.startsWith('parts/')));
    expect(parts().size).toBe(3); // the article, the catalogue, the search index
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

  it('refuses an author’s draft, though its signature is good', async () => {
    server.spoil = null;
    server.dir = drafts;
    await check('발행되지 않은 초안입니다');
  });

  it('killed at any request, it has the old bundle or the new one, whole, and then the new one', async () => {
    server.dir = third;
    // manifest.sig, manifest.json, and the parts that changed.
    for (let kill = 0; kill < 4; kill++) {
      let seen = 0;
      let killed = () => {};
      const gone = new Promise<void>((resolve) => {
        killed = resolve;
      });
      server.before = async () => {
        if (seen++ !== kill) return;
        await stopBackground(launched);
        killed();
      };
      await options.bringToFront();
      await options.evaluate(`void chrome.runtime.sendMessage({ call: 'bundle/sync' }).catch(() => {})`);
      await gone;
      server.before = null;
      await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    }
    await options.reload();
    await check(`${await versionIn(third)}판`);
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
  });

  it('follows a key that was handed over, and takes nothing more from the old one', async () => {
    server.dir = rotated;
    await check(`${await versionIn(rotated)}판`);
    server.dir = stolen;
    await check('더는 쓰지 않는 열쇠로 서명되었습니다');
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
  });

  it('shows an author the draft of this machine, marked, as the files change, and then what is published', async () => {
    const draft = await openDraft({
      content: path.join(work, 'content'),
      receiptKey: 'AAAA',
      tell: () => {},
    });
    const desk = serve({ fetch: draft.app.fetch, port: await freePort(), hostname: '127.0.0.1' });
    await until(async () => desk.listening, 'the draft is served');
    const { port } = desk.address() as AddressInfo;
    await options.bringToFront();
    const fill = async (label: string, text: string) => {
      const field = options.locator(`::-p-aria([name="${label}"])`);
      await field.fill(text);
    };
    await fill('초안 주소', `http://127.0.0.1:${port}`);
    await fill('초안 키', draft.key);
    await options.evaluate(() =>
      document
        .querySelectorAll('form')
        .item(document.forms.length - 1)
        .requestSubmit(),
    );
    await options.waitForSelector('::-p-text(이제 초안을 보여 드립니다)');
    await find('메일이 서버에서 사라져요', `${NEW_TITLE} [초안]`);
    await popup.waitForSelector('::-p-text(초안을 보고 있습니다)');
    const file = path.join(work, 'content/hiworks/outlook-pop3-mail-gone.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace(NEW_TITLE, `${NEW_TITLE} 다시`));
    // Nobody reloads anything.
    const shown = `${NEW_TITLE} 다시 [초안]`;
    await until(() => popup.evaluate((words) => document.body.innerText.includes(words), shown), shown);
    await options.bringToFront();
    await options.locator('button ::-p-text(발행된 안내서로 돌아가기)').click();
    await options.waitForSelector('::-p-text(발행된 안내서로 돌아왔습니다)');
    await new Promise((resolve) => desk.close(resolve));
    await draft.close();
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    expect(await popup.evaluate(() => document.body.innerText)).not.toContain('초안');
  });

  it('goes on working offline, also after the background was stopped', async () => {
    await server.close();
    await stopBackground(launched);
    await find('메일이 서버에서 사라져요', '고쳐 쓴 제목');
    await popup.locator(`::-p-text(${NEW_TITLE})`).click();
    await popup.waitForFunction(() => (document.querySelector('article')?.textContent?.length ?? 0) > 400);
  });
});
