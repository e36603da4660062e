import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Shared from '../../shared/inquiry/index.ts';
import { CONSENT } from '../unit/inquiry/samples.ts';
import { startDesk } from '../unit/intake/desk.ts';
import { serveOutboxPage } from './outbox-page.ts';

declare const inquiry: typeof Shared;

let profile: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveOutboxPage>>;
let desk: Awaited<ReturnType<typeof startDesk>>;
let page: Page;
let name = 0;

const launch = () =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    userDataDir: profile,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
async function openPage(): Promise<Page> {
  const opened = await browser.newPage();
  await opened.goto(site.url);
  return opened;
}
const databaseName = () => `outbox-${name}`;
const target = () => ({ url: desk.url, receiptKey: desk.keys.public });

beforeAll(async () => {
  profile = await mkdtemp(path.join(os.tmpdir(), 'giljabi-outbox-'));
  site = await serveOutboxPage();
  desk = await startDesk({ allowedOrigins: [site.url] });
  browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await site?.stop();
  await rm(profile, { recursive: true, force: true });
}, 60_000);
beforeEach(async () => {
  name += 1;
  await page?.close().catch(() => {});
  page = await openPage();
});

/** What a form does on "send": compose the inquiry with one file and put it into the outbox. */
async function putOne(where: Page, email = 'kim@example.co.kr'): Promise<string> {
  return where.evaluate(
    async (database, consent, address) => {
      const id = crypto.randomUUID();
      const file = new File([new Uint8Array([0, 255, 13, 10, 1])], '화면.png', { type: 'image/png' });
      const outbox = await inquiry.openOutbox(database);
      await outbox.saveDraft({ id, fields: { summary: '요약' }, files: [file], saved: 1 });
      const made = await inquiry.makeInquiry({
        id,
        fields: { email: address, summary: '요약', company: '회사', phone: '', detail: '상세' },
        lang: 'ko',
        consent: await inquiry.agree(consent, new Date(0)),
        context: { source: 'widget', page: location.href, guide: null, step: null, seen: [] },
        files: [file],
      });
      await outbox.put(made, [file]);
      outbox.close();
      return id;
    },
    databaseName(),
    CONSENT,
    email,
  );
}

/** What is in the outbox, without the bytes. */
function look(where: Page) {
  return where.evaluate(async (database) => {
    const outbox = await inquiry.openOutbox(database);
    const entries = await outbox.list();
    const found = {
      entries: entries.map(({ inquiry: { id }, state, error, reason }) => ({
        id,
        state,
        code: error?.code,
        reason,
      })),
      draft: (await outbox.loadDraft())?.id ?? null,
      receipts: (await outbox.receipts()).map(({ id, receipt }) => [id, receipt.number]),
    };
    outbox.close();
    return found;
  }, databaseName());
}

function flush(where: Page, to = target(), force = true) {
  return where.evaluate(
    async (database, address, now) => {
      const outbox = await inquiry.openOutbox(database);
      const report = await inquiry.flush(outbox, address, { force: now });
      outbox.close();
      return report.sent.map(({ result }) => result.state);
    },
    databaseName(),
    to,
    force,
  );
}

describe('in a real browser', () => {
  it('a draft is there again after the page is closed, with its files', async () => {
    await page.evaluate(async (database) => {
      const outbox = await inquiry.openOutbox(database);
      const draft = (id: string, saved: number) => ({
        id,
        fields: { summary: id },
        files: [new File(['가'], 'a.txt')],
        saved,
      });
      await outbox.saveDraft(draft('new', 2));
      await outbox.saveDraft(draft('old', 1));
    }, databaseName());
    await page.close();
    page = await openPage();
    const found = await page.evaluate(async (database) => {
      const outbox = await inquiry.openOutbox(database);
      const draft = await outbox.loadDraft();
      const text = await draft?.files[0]?.text();
      await outbox.dropDraft('new');
      return [
        draft?.fields.summary,
        draft?.files[0]?.name,
        text,
        (await outbox.loadDraft())?.id,
        await outbox.loadDraft('new'),
      ];
    }, databaseName());
    expect(found).toEqual(['new', 'a.txt', '가', 'old', null]);
  });

  it('an inquiry goes from draft to outbox to desk, and its receipt stays', async () => {
    const id = await putOne(page);
    expect(await look(page)).toEqual({
      entries: [{ id, state: 'waiting', code: undefined, reason: null }],
      draft: null,
      receipts: [],
    });
    expect(await flush(page)).toEqual(['received']);
    const stored = await desk.store.find(id);
    expect(await look(page)).toEqual({ entries: [], draft: null, receipts: [[id, stored?.number]] });
    expect([...(await desk.store.file(id, 0))!]).toEqual([0, 255, 13, 10, 1]);
    expect(stored?.inquiry.context.page).toBe(site.url);
  });

  it('a browser that is killed right after "kept" still has it, and sends it next time', async () => {
    const id = await putOne(page);
    const process = browser.process()!;
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
    browser = await launch();
    page = await openPage();
    expect((await look(page)).entries.map((entry) => entry.id)).toEqual([id]);
    expect(await flush(page)).toEqual(['received']);
    expect([...(await desk.store.file(id, 0))!]).toEqual([0, 255, 13, 10, 1]);
  });

  it('two tabs send it once', async () => {
    const id = await putOne(page);
    const other = await openPage();
    let posts = 0;
    for (const tab of [page, other])
      tab.on('request', (request) => {
        if (request.method() === 'POST') posts += 1;
      });
    const results = await Promise.all([flush(page), flush(other)]);
    expect(results.flat()).toEqual(['received']);
    expect(posts).toBe(1);
    expect((await look(other)).receipts.map(([receiptId]) => receiptId)).toEqual([id]);
    await other.close();
  });

  it('stays while there is no desk, and goes when there is one', async () => {
    await putOne(page);
    expect(await flush(page, { ...target(), url: 'http://127.0.0.1:9' })).toEqual(['later']);
    expect((await look(page)).entries).toMatchObject([{ state: 'waiting', reason: 'offline' }]);
    expect(await flush(page, target(), false)).toEqual([]);
    expect(await flush(page)).toEqual(['received']);
  });

  it('stays when the receipt is signed by somebody else', async () => {
    await putOne(page);
    const receiptKey = Buffer.alloc(32, 7).toString('base64');
    expect(await flush(page, { ...target(), receiptKey })).toEqual(['later']);
    expect((await look(page)).entries).toMatchObject([{ state: 'waiting', reason: 'receipt' }]);
  });

  it('a refused one stays with the error, and can be given up', async () => {
    const id = await putOne(page, 'kim@mail');
    expect(await flush(page)).toEqual(['refused']);
    expect((await look(page)).entries).toEqual([{ id, state: 'refused', code: 'email', reason: null }]);
    await page.evaluate(
      async (database, gone) => (await inquiry.openOutbox(database)).remove(gone),
      databaseName(),
      id,
    );
    expect((await look(page)).entries).toEqual([]);
  });

  it('other tabs hear of changes', async () => {
    const other = await openPage();
    await other.evaluate(async (database) => {
      const outbox = await inquiry.openOutbox(database);
      outbox.subscribe(async () => {
        document.title = `changed: ${(await outbox.list()).length}`;
      });
    }, databaseName());
    await putOne(page);
    await other.waitForFunction(() => document.title === 'changed: 1');
    await flush(page);
    await other.waitForFunction(() => document.title === 'changed: 0');
    await other.close();
  });
});
