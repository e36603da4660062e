import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, openPopup, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';

describe('the toolbar counts the guides that can start on the page in front', () => {
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
    hiworks = await startHiworks();
    page = await launched.browser.newPage();
  });
  afterAll(async () => {
    await launched?.close();
    await hiworks?.close();
  });

  it('by what the page shows, and anew where it goes without loading', async () => {
    await signInHiworks(page, hiworks.url);
    const home = await until(badge, 'the badge counts');
    expect(Number(home)).toBeGreaterThan(3);
    // The page keeps its address and title; only its words are gone.
    await page.evaluate(() => {
      document.body.textContent = '점검 중입니다';
      history.pushState(null, '', '/office/closed');
    });
    await until(async () => (await badge()) === '', 'nothing can start there');
  });

  it('and looks once more when the toolbar is opened over a page that was late', async () => {
    await page.goto(hiworks.url);
    await page.evaluate(() => (document.body.textContent = ''));
    await until(async () => (await badge()) === '', 'nothing can start on an empty page');
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // past its own second look
    await page.evaluate(() => (document.body.textContent = '하이웍스 관리'));
    expect(await badge()).toBe('');
    await openPopup(launched, page);
    await until(async () => Number(await badge()) > 0, 'the badge counts again');
  });

  async function badge(): Promise<string> {
    const worker = await launched.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().includes('/background.js'))
      ?.worker();
    const url = page.url();
    return (
      (await worker?.evaluate(async (address) => {
        type Tab = { id: number; url?: string };
        const { tabs, action } = (globalThis as unknown as { chrome: Record<string, never> })
          .chrome as unknown as {
          tabs: { query(of: object): Promise<Tab[]> };
          action: { getBadgeText(of: { tabId: number }): Promise<string> };
        };
        const tab = (await tabs.query({})).find((each) => each.url === address);
        return tab ? action.getBadgeText({ tabId: tab.id }) : '';
      }, url)) ?? ''
    );
  }
});
