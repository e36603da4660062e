import type { Page } from 'puppeteer';
import { begin, type Guide } from '../../../shared/guide/index.ts';
import { compile } from '../../../shared/manual/index.ts';
import type { Launched } from './chromium.ts';
import { Overlay } from './overlay.ts';

/** A guide of the test's own on a console, for what no shipped manual says: put where walkthroughs are kept. */
export async function followOwn(
  launched: Launched,
  page: Page,
  console: string,
  markdown: string,
  meta: { outcome?: 'removed' } = {},
): Promise<Overlay> {
  const { guide, problems } = compile(markdown, {
    meta: { id: 'own', console, title: '시험 안내', lang: 'ko', ...meta },
  });
  if (!guide) throw new Error(`no guide: ${JSON.stringify(problems)}`);
  await keep(launched, page, console, guide);
  return new Overlay(page);
}

async function keep({ browser, extension }: Launched, page: Page, console: string, guide: Guide) {
  const walk = begin(guide, new Date());
  const own = await browser.newPage();
  await own.goto(`chrome-extension://${extension.id}/options.html`);
  await own.evaluate(
    async (key, active) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: { local: ChromeArea } } }).chrome;
      const { walks = {} } = (await storage.local.get('walks')) as { walks?: Record<string, unknown> };
      await storage.local.set({ walks: { ...walks, [key]: active } });
    },
    console,
    { console, guide, walk, labels: [], lang: 'ko' } as never,
  );
  await own.close();
  await page.bringToFront();
  await page.reload();
}

interface ChromeArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}
