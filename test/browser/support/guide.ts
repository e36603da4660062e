import type { Page } from 'puppeteer';
import { type Launched, openPopup, until } from './chromium.ts';
import { middle, Overlay, type Seen } from './overlay.ts';

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
  const closed = new Promise((resolve) => popup.once('close', resolve));
  // The list is drawn anew when the page has been looked at: no handle is kept over that.
  await popup.locator(`button[aria-label="안내 시작: ${title}"]`).setTimeout(15_000).click();
  await closed;
  await page.bringToFront();
  const overlay = new Overlay(page);
  await overlay.says(title);
  return overlay;
}

/** Clicks the ring and waits until the card tells something else. */
export async function doStep(overlay: Overlay): Promise<void> {
  await clickIn(overlay, await overlay.rest());
}

/** Does what the ring shows, step by step, until the card says `words`. */
export async function followUntil(overlay: Overlay, words: string | RegExp, most = 14): Promise<void> {
  const fits = (text: string | null) =>
    typeof words === 'string' ? text?.includes(words) : text?.match(words);
  for (let steps = 0; steps < most; steps++) {
    const seen = await overlay.rest((now) => Boolean(fits(now.card)) || now.rings.length === 1);
    if (fits(seen.card)) return;
    await clickIn(overlay, seen);
  }
  throw new Error(`${most} steps did not lead to ${words}`);
}

/** Clicks exactly what was seen at rest: what comes up meanwhile is another step. */
async function clickIn(overlay: Overlay, seen: Seen): Promise<void> {
  await overlay.clickAt(middle(seen));
  const same = (now: Seen) =>
    now.card === seen.card && JSON.stringify(now.rings) === JSON.stringify(seen.rings);
  await until(async () => !same(await overlay.look()), `the card moves on from: ${seen.card}`);
}
