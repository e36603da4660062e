import type { WebWorker } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Launched, launch, until } from './support/chromium.ts';

interface Suggested {
  content: string;
  description: string;
}
/** The browser's own event objects; its address bar is out of a test's reach, what it tells us is not. */
interface Events {
  chrome: {
    omnibox: Record<'onInputChanged' | 'onInputEntered', { dispatch(...args: unknown[]): void }>;
  };
}

describe('our keyword in the address bar', () => {
  let launched: Launched;
  let worker: WebWorker;
  const type = (text: string) =>
    worker.evaluate(
      (typed) =>
        new Promise<Suggested[]>((resolve) =>
          (globalThis as unknown as Events).chrome.omnibox.onInputChanged.dispatch(typed, resolve),
        ),
      text,
    );

  beforeAll(async () => {
    launched = await launch(inject('extension'));
    const target = await launched.browser.waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().includes('/background.js'),
    );
    worker = (await target.worker()) as WebWorker;
  });
  afterAll(() => launched?.close());

  it('finds what the popup finds, also by initial consonants, and marks it', async () => {
    for (const typed of ['스팸', 'ㅅㅍㅁㅇ']) {
      const rows = await type(typed);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ content }) => /^gj:[a-z0-9-]+$/.test(content))).toBe(true);
      expect(rows.some(({ description }) => description.includes('<match>'))).toBe(true);
    }
    expect(await type('')).toEqual([]);
  });

  it('Enter shows the best document, a row shows its own, beside or in a page of ours', async () => {
    const [row] = await type('스팸');
    for (const text of ['pop3', row!.content]) {
      await worker.evaluate(
        (typed) =>
          (globalThis as unknown as Events).chrome.omnibox.onInputEntered.dispatch(typed, 'currentTab'),
        text,
      );
      const target = await launched.browser.waitForTarget((each) => each.url().includes('/sidepanel.html'));
      const panel = await target.asPage();
      const heading = await until(
        async () => panel.$eval('.gp-article h1', (each) => each.textContent ?? ''),
        'a document is open',
      );
      expect(heading).not.toBe('');
      await panel.close();
      await until(
        async () => !launched.browser.targets().some((each) => each.url().includes('/sidepanel.html')),
        'it is closed',
      );
    }
  });
});
