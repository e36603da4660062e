import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { followUntil, startGuide } from './support/guide.ts';
import type { Overlay } from './support/overlay.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';

/** The ring stands 4 px around its target; half a pixel is rounding. */
const GAP = 4;

describe('the ring holds on to its target on a console', () => {
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;
  let overlay: Overlay;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
  });
  afterAll(() => launched?.close());
  beforeEach(async () => {
    hiworks = await startHiworks();
    page = await launched.browser.newPage();
    await signInHiworks(page, hiworks.url);
    overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭합니다');
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });

  /** Waits until the ring is where the page's 저장 is, to the pixel. */
  const ringFits = () =>
    until(async () => {
      const target = await page.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find(
          (each) => each.textContent?.trim() === '저장',
        );
        const { x, y, width, height } = button!.getBoundingClientRect();
        return { x, y, width, height };
      });
      const [ring] = (await overlay.look()).rings;
      return (
        ring &&
        Math.abs(ring.x + GAP - target.x) <= 0.5 &&
        Math.abs(ring.y + GAP - target.y) <= 0.5 &&
        Math.abs(ring.width - GAP * 2 - target.width) <= 0.5 &&
        Math.abs(ring.height - GAP * 2 - target.height) <= 0.5
      );
    }, 'the ring is around 저장');

  it('while the window is made smaller and the page scrolls', async () => {
    await ringFits();
    await page.setViewport({ width: 1000, height: 480 });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await ringFits();
    await page.evaluate(() => scrollBy(0, -60));
    await ringFits();
    await page.setViewport({ width: 1280, height: 800 });
  });

  it('without leaving a trace on the page', async () => {
    const traces = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => !element.localName.startsWith('gj-'))
        .flatMap((element) =>
          [...element.attributes].map((attribute) => `${attribute.name}=${attribute.value}`),
        )
        .filter((text) => /gj-|giljabi/i.test(text)),
    );
    expect(traces).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelector('html > [popover]')?.shadowRoot ?? null),
    ).toBeNull();
    await overlay.press('나가기');
    await overlay.gone();
    await until(async () => (await page.$$('html > [popover]')).length === 0, 'our element is taken away');
  });
});
