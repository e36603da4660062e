import type { Page } from 'puppeteer';
import { type Launched, openPopup, until } from './chromium.ts';
import { Overlay } from './overlay.ts';

/** Finds a guide in the toolbar by typing, and starts it, as an admin would. */
export async function startGuide(
  launched: Launched,
  page: Page,
  typed: string,
  title: string,
): Promise<Overlay> {
  const popup = await openPopup(launched, page);
  await popup.waitForFunction(() => document.activeElement?.matches('input'));
  await popup.keyboard.type(typed);
  const button = await popup.waitForSelector(`button[aria-label="안내 시작: ${title}"]`, { timeout: 15_000 });
  const closed = new Promise((resolve) => popup.once('close', resolve));
  await button?.click();
  await closed;
  await page.bringToFront();
  const overlay = new Overlay(page);
  await overlay.says(title);
  return overlay;
}

/** Clicks the ring and waits until the card tells something else. */
export async function doStep(overlay: Overlay): Promise<void> {
  const before = (await overlay.look()).card;
  await overlay.clickRing();
  await until(async () => (await overlay.look()).card !== before, `the card moves on from: ${before}`);
}

/** Does what the ring shows, step by step, until the card says `words`. */
export async function followUntil(overlay: Overlay, words: string | RegExp, most = 12): Promise<void> {
  const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  for (let steps = 0; steps < most; steps++) {
    let now = await overlay.look();
    const seen = await until(async () => {
      now = await overlay.look();
      return now.card && (fits(now.card) || now.rings.length === 1) ? now : null;
    }, `a ring or ${words}`).catch((error) => {
      throw new Error(`${error.message}; the card says: ${now.card}, with ${now.rings.length} rings`);
    });
    if (fits(seen.card ?? '')) return;
    await doStep(overlay);
  }
  throw new Error(`${most} steps did not lead to ${words}`);
}
