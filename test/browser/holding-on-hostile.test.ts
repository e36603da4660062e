import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Session, STOPS } from '../bench/behaviours/guided.ts';
import { ours } from '../bench/behaviours/ours.ts';
import { type Pages, servePages } from '../pages/serve.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { background } from './support/plant.ts';

/** Attacks of platform facts 2.8: what can be withstood is, what cannot is noticed. */
describe('on a page that means harm', () => {
  let launched: Launched;
  let pages: Pages;
  let session: Session;

  beforeAll(async () => {
    pages = await servePages();
    launched = await launch(inject('extension'));
  });
  afterAll(async () => {
    await launched?.close();
    await pages?.close();
  });

  const open = async () => {
    session = await ours(launched, pages.origin).open('plain.html', STOPS);
    await until(async () => (await session.hole()) !== null, 'the ring is drawn');
    await session.page.evaluate(() => {
      // What a page can find out about us: an element of its root that is a popover.
      Object.defineProperty(globalThis, 'ours', {
        get: () => document.querySelector('gj-x, html > [popover], dialog > [popover]'),
      });
    });
    return session.page;
  };
  const usable = () => until(async () => (await session.reached()) === 4, 'the card can be used');
  /** Colour of the card's head as it is on the screen. */
  const head = async () => {
    const card = await session.card();
    if (!card) throw new Error('no card');
    const clip = { x: card.x + 200, y: card.y + 6, width: 2, height: 2 };
    const { data } = PNG.sync.read(Buffer.from(await session.page.screenshot({ clip })));
    return [...data.subarray(0, 3)];
  };
  const retired = async () => {
    await until(async () => (await session.card()) === null, 'the overlay goes away');
    expect(await session.hole()).toBeNull();
    const worker = await background(launched);
    return until(
      () =>
        worker.evaluate(async () => {
          interface Store {
            get(key: string): Promise<Record<string, Record<string, string>>>;
          }
          const { storage } = (globalThis as unknown as { chrome: { storage: { session: Store } } }).chrome;
          return Object.values((await storage.session.get('retired')).retired ?? {}).at(-1);
        }),
      'the background has been told',
    );
  };

  it('inert and aria-hidden put on us are taken off', async () => {
    const page = await open();
    await page.evaluate(() => {
      const own = (globalThis as unknown as { ours: HTMLElement }).ours;
      own.inert = true;
      own.setAttribute('aria-hidden', 'true');
      own.hidden = true;
    });
    await usable();
    expect(await page.$$('[aria-hidden], [inert]')).toHaveLength(0);
    await session.close();
  });

  it('being removed, hidden as a popover, or no popover any more: it comes back', async () => {
    const page = await open();
    for (const harm of ['remove', 'hidePopover', 'removeAttribute'] as const) {
      await page.evaluate((how) => {
        const own = (globalThis as unknown as { ours: HTMLElement }).ours;
        if (how === 'removeAttribute') own.removeAttribute('popover');
        else own[how]();
      }, harm);
      await until(async () => (await session.card()) !== null, `the card is back after ${harm}`);
      await usable();
    }
    await session.close();
  });

  it('styles of every kind on us and on what is around us change nothing', async () => {
    const page = await open();
    const before = await head();
    const box = await session.card();
    await page.evaluate(() => {
      const sheet = document.createElement('style');
      sheet.textContent = `
        html { opacity: 0; --gj-paper: transparent !important }
        body { visibility: hidden; transform: scale(0.5) }
        html > [popover] {
          opacity: 0 !important; visibility: hidden !important; transform: scale(0.1) !important; scale: 0.1 !important;
          translate: 900px !important; zoom: 0.1 !important; filter: opacity(0) !important; clip-path: inset(50%) !important;
          pointer-events: none !important; display: none !important; color: transparent !important; inset: 50% !important;
          --gj-paper: transparent !important; --gj-ink: transparent !important; mix-blend-mode: difference !important;
          animation: away 1s forwards !important; content-visibility: hidden !important;
        }
        @keyframes away { to { opacity: 0; transform: translateX(2000px) } }`;
      document.head.append(sheet);
    });
    await usable();
    expect(await head()).toEqual(before);
    expect((await session.card())?.width).toBe(box?.width);
    await session.close();
  });

  it('something laid over us that lets clicks through is risen above', async () => {
    const page = await open();
    const before = await head();
    await page.evaluate(() => {
      const over = document.body.appendChild(document.createElement('div'));
      over.popover = 'manual';
      over.style.cssText =
        'inset: 0; width: 100%; height: 100%; border: 0; background: rgb(200, 30, 30); pointer-events: none';
      over.showPopover();
    });
    await until(async () => String(await head()) === String(before), 'the card is on top again');
    await session.close();
  });

  it('one that lays itself over us again and again: the overlay retires to the side panel', async () => {
    const page = await open();
    await page.evaluate(() => {
      const over = document.body.appendChild(document.createElement('div'));
      over.popover = 'manual';
      over.style.cssText = 'inset: 0; width: 100%; height: 100%; border: 0; pointer-events: none';
      over.showPopover();
      setInterval(() => {
        over.hidePopover();
        over.showPopover();
      }, 120);
    });
    expect(await retired()).toBe('fought');
    await session.close();
  });

  it('one that removes us again and again: the same', async () => {
    const page = await open();
    await page.evaluate(() => {
      new MutationObserver(() => (globalThis as unknown as { ours: Element | null }).ours?.remove()).observe(
        document.documentElement,
        { childList: true },
      );
      document.querySelector('html > [popover]')?.remove();
      setInterval(() => document.body.classList.toggle('busy'), 100);
    });
    expect(await retired()).toBe('fought');
    await session.close();
  });

  it('one that makes everything inert or takes the whole document away: the same', async () => {
    for (const harm of ['inert', 'none'] as const) {
      const page = await open();
      await page.evaluate((how) => {
        if (how === 'inert') document.documentElement.inert = true;
        else document.documentElement.style.display = 'none';
      }, harm);
      expect(await retired()).toBe('covered');
      await session.close();
    }
  });

  it('says so in the side panel, where the steps go on', async () => {
    const page = await open();
    await page.evaluate(() => {
      document.documentElement.inert = true;
    });
    await retired();
    await page.bringToFront();
    const panel = await launched.browser.newPage();
    await panel.goto(`chrome-extension://${launched.extension.id}/sidepanel.html`);
    await page.bringToFront();
    await until(
      () => panel.evaluate(() => document.body.innerText.includes('이 화면에는 안내를 띄우지 않습니다')),
      'the side panel says so',
    );
    await panel.close();
    await session.close();
  });
});
