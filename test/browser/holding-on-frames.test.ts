import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Pages, servePages } from '../pages/serve.ts';
import { type Launched, launch, openPopup, until } from './support/chromium.ts';
import { middle, Overlay } from './support/overlay.ts';
import { plant, step } from './support/plant.ts';

const LATER = step('s2', { labels: ['다음 화면'] });

describe('what the admin does in frames and shadow roots', () => {
  let launched: Launched;
  let other: Pages;
  let stranger: Pages;
  let pages: Pages;
  let barring: Pages;

  beforeAll(async () => {
    other = await servePages();
    // Another address of this machine: a site that nobody has granted.
    stranger = await servePages({}, '', '127.0.0.2');
    pages = await servePages({}, other.origin.replace('127.0.0.1', 'localhost'));
    barring = await servePages({}, stranger.origin);
    launched = await launch(inject('extension'));
  });
  afterAll(async () => {
    await launched?.close();
    for (const each of [other, stranger, pages, barring]) await each?.close();
  });

  const open = async (url: string, ...steps: ReturnType<typeof step>[]): Promise<[Page, Overlay]> => {
    await plant(launched, new URL(url).origin, [...steps, LATER]);
    const page = await launched.browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    return [page, new Overlay(page)];
  };

  it('a click on the target in a frame of another origin goes on; the ring comes out of the frame', async () => {
    const [page, overlay] = await open(`${pages.origin}/frame-cross.html`, step('s1'));
    const seen = await overlay.rest();
    expect(seen.card).not.toContain('찾지 못했습니다');
    await overlay.clickAt(middle(seen));
    await overlay.says('다음 화면 단계입니다');
    const next = await overlay.rest();
    const later = await page.$eval('#later', (button) => button.getBoundingClientRect().toJSON());
    expect(Math.abs(middle(next).x - (later.x + later.width / 2))).toBeLessThan(1);
    await page.close();
  });

  it('a field in a frame is typed into, and the step is done', async () => {
    const [page, overlay] = await open(
      `${pages.origin}/frame.html`,
      step('s1', { action: 'fill', labels: ['메모'] }),
    );
    await overlay.clickRing();
    await page.keyboard.type('월요일');
    await page.keyboard.press('Tab');
    await overlay.says('다음 화면 단계입니다');
    await page.close();
  });

  it('a frame that loads later, and one that is loaded anew, is looked into', async () => {
    const [page, overlay] = await open(`${pages.origin}/plain.html`, step('s1', { labels: ['늦은 버튼'] }));
    await overlay.says('늦은 버튼');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'frame-inner.html';
      document.querySelector('h1')?.after(frame);
    });
    await until(async () => page.frames().length === 2, 'the frame is there');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.srcdoc = '<button type="button">늦은 버튼</button>';
    });
    await overlay.clickRing();
    await overlay.says('다음 화면 단계입니다');
    await page.close();
  });

  it('the same words in two frames: both are numbered, nothing is claimed', async () => {
    const [page, overlay] = await open(`${pages.origin}/frame-cross.html`, step('s1'));
    await overlay.rest();
    await page.evaluate(() => {
      const second = document.createElement('iframe');
      second.src = 'frame-inner.html';
      document.querySelector('h1')?.after(second);
    });
    const seen = await overlay.rest(({ rings }) => rings.length === 2);
    expect(seen.rings.map(({ kind }) => kind)).toEqual(['choice', 'choice']);
    expect(seen.card).toContain('같은 이름이 여러 개 있습니다');
    await page.close();
  });

  it('a frame of a site that was not granted: the card says so and names it', async () => {
    const [page, overlay] = await open(`${barring.origin}/frame-cross.html`, step('s1'));
    const seen = await overlay.says('찾지 못했습니다');
    expect(seen.card).toContain(stranger.origin);
    expect(seen.card).toContain('허용하면');
    const popup = await openPopup(launched, page);
    await popup.waitForSelector(`text/${new URL(stranger.origin).host}`);
    await popup.close();
    await page.close();
  });

  it('a dialog of the page over the frame: it is to be closed first', async () => {
    const [page, overlay] = await open(`${pages.origin}/frame-cross.html`, step('s1'));
    await overlay.rest();
    await page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.textContent = '알림';
      dialog.showModal();
    });
    await overlay.says('열려 있는 창을 먼저 닫아 주세요');
    await page.close();
  });

  for (const mode of ['open', 'closed'])
    it(`a click and a change in a shadow root that is ${mode}`, async () => {
      const [page, overlay] = await open(
        `${pages.origin}/shadow-${mode}.html`,
        step('s1', { action: 'fill', labels: ['이름'] }),
        step('s3'),
      );
      await overlay.clickRing();
      await page.keyboard.type('김서연');
      await page.keyboard.press('Tab');
      await overlay.says('저장 단계입니다');
      await overlay.clickRing();
      await overlay.says('다음 화면 단계입니다');
      expect(await page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)).toBe(1);
      await page.close();
    });
});
