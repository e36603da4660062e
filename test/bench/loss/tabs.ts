import { once } from 'node:events';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import type * as Shared from '../../../shared/inquiry/index.ts';
import type { serveOutboxPage } from '../../browser/outbox-page.ts';
import { CONSENT } from '../../unit/inquiry/samples.ts';
import type { Kept } from './client-process.ts';
import { mark } from './terms.ts';

declare const inquiry: typeof Shared;
declare const report: (what: { kept?: Kept; receipt?: Shared.StoredReceipt }) => Promise<void>;

/** No client process has this number. */
const CLIENT = 99;

interface TabsPlan {
  home: string;
  site: Awaited<ReturnType<typeof serveOutboxPage>>;
  count: number;
  desk: Shared.DeskAddress;
  received: () => void;
}

/** Two tabs of a real browser on one IndexedDB outbox, and the browser is killed now and then. */
export async function runTabs({ home, site, count, desk, received }: TabsPlan) {
  const kept: Kept[] = [];
  const receipts = new Map<string, Shared.StoredReceipt>();
  let kills = 0;
  let browser: Browser;
  const missing = new Set(Array.from({ length: count }, (_, nth) => nth));

  async function life(): Promise<void> {
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      protocolTimeout: 0,
      userDataDir: path.join(home, 'profile'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-sync',
        '--disable-background-networking',
      ],
    });
    const work = [0, 1].map(async (tab) => {
      const page = await browser.newPage();
      await page.goto(site.url);
      await page.exposeFunction('report', (what: { kept?: Kept; receipt?: Shared.StoredReceipt }) => {
        if (what.kept) {
          kept.push(what.kept);
          missing.delete(what.kept.nth);
        }
        if (what.receipt && !receipts.has(what.receipt.id)) {
          receipts.set(what.receipt.id, what.receipt);
          received();
        }
      });
      const own = [...missing].filter((nth) => nth % 2 === tab);
      await page.evaluate(
        sendAll,
        own,
        own.map((nth) => mark(CLIENT, nth)),
        desk,
        CONSENT,
      );
    });
    try {
      await Promise.all(work);
    } finally {
      await browser.close().catch(() => {});
    }
  }

  const finished = (async () => {
    for (;;) {
      const before = kills;
      try {
        await life();
        break;
      } catch (error) {
        if (kills === before) throw error;
      }
    }
    await site.stop();
  })();
  return {
    finished,
    kept,
    get receipts() {
      return [...receipts.values()];
    },
    kills: () => kills,
    async kill(): Promise<boolean> {
      const process = browser?.process();
      if (!process || process.exitCode !== null || process.signalCode !== null) return false;
      kills += 1;
      const gone = once(process, 'exit');
      process.kill('SIGKILL');
      await gone;
      return true;
    },
  };
}

/** Runs in the page. What an earlier life of the browser put into the outbox is found there again. */
async function sendAll(
  nths: number[],
  marks: string[],
  desk: Shared.DeskAddress,
  consent: Shared.ConsentText,
): Promise<void> {
  const box = await inquiry.openOutbox('fault-run');
  const tellReceipts = async () => {
    for (const receipt of await box.receipts()) await report({ receipt });
  };
  // Killed after "kept" and before it was reported: it must not be composed twice.
  const there = new Set([
    ...(await box.list()).map((entry) => entry.inquiry.summary),
    ...(await box.receipts()).map((receipt) => receipt.summary),
  ]);
  for (const [index, summary] of marks.entries()) {
    const nth = nths[index]!;
    if (there.has(summary)) {
      const entry = (await box.list()).find((one) => one.inquiry.summary === summary);
      if (entry) {
        const { id } = entry.inquiry;
        await report({ kept: { id, hash: await inquiry.inquiryHash(entry.inquiry), nth } });
      }
      continue;
    }
    const size = index % 5 === 0 ? 600_000 : 5_000;
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const file = new File([bytes], '화면.png', { type: 'image/png' });
    const made = await inquiry.makeInquiry({
      id: crypto.randomUUID(),
      fields: { email: 'kim@example.co.kr', summary, company: '회사', phone: '', detail: '상세' },
      lang: 'ko',
      consent: await inquiry.agree(consent, new Date()),
      context: { source: 'widget', page: location.href, guide: null, step: null, seen: [] },
      files: [file],
    });
    await box.put(made, [file]);
    await report({ kept: { id: made.id, hash: await inquiry.inquiryHash(made), nth } });
    await inquiry.flush(box, desk, { force: true });
    await tellReceipts();
  }
  while ((await box.list()).length > 0) {
    await inquiry.flush(box, desk, { force: true });
    await tellReceipts();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await tellReceipts();
  box.close();
}
