import type { Realm } from 'puppeteer';
import type { Launched } from '../../browser/support/chromium.ts';
import { until } from '../../browser/support/chromium.ts';
import { Overlay } from '../../browser/support/overlay.ts';
import { background, plant, step } from '../../browser/support/plant.ts';
import { counting } from './count.ts';
import { corners, type Guided, type Session } from './guided.ts';

/** The ring stands so far around its target. */
const GAP = 4;

/** The built extension, following a guide that was begun as from the toolbar. */
export const ours = (launched: Launched, origin: string): Guided => ({
  name: 'ours',
  async open(path, stops, before): Promise<Session> {
    await plant(
      launched,
      origin,
      stops.map(({ label, action = 'click' }, at) => step(`s${at + 1}`, { action, labels: [label] })),
    );
    const page = await launched.browser.newPage();
    await before?.(page);
    await page.goto(`${origin}/${path}`);
    await page.bringToFront();
    const overlay = new Overlay(page);
    await until(async () => (await overlay.look()).card !== null, 'the card is there');
    const world = async (): Promise<Realm> => {
      const [realm] = await page.extensionRealms();
      if (!realm) throw new Error('our script has no world on this page');
      return realm;
    };
    return {
      page,
      hole: async () => {
        const [ring] = (await overlay.look()).rings;
        return (
          (ring && {
            x: ring.x + GAP,
            y: ring.y + GAP,
            width: ring.width - 2 * GAP,
            height: ring.height - 2 * GAP,
          }) ??
          null
        );
      },
      card: async () => (await overlay.look()).box,
      reached: async () => {
        const { box } = await overlay.look();
        if (!box) return 0;
        const hits = await page.evaluate((points) => {
          const deepest = (root: DocumentOrShadowRoot, x: number, y: number): string => {
            const hit = root.elementFromPoint(x, y);
            const inner = hit?.shadowRoot && deepest(hit.shadowRoot, x, y);
            return inner || (hit?.localName ?? '');
          };
          return points.map(([x, y]) => deepest(document, x, y));
        }, corners(box));
        return hits.filter((name) => name.startsWith('gj-')).length;
      },
      stop: async () => {
        const { card } = await overlay.look();
        return card === null ? 0 : Number(/2단계 중 (\d)단계/.exec(card)?.[1] ?? 3);
      },
      end: async () => {
        await overlay.press('나가기');
        await overlay.gone();
      },
      rounds: async (times) => (await background(launched)).evaluate(rounds, `${origin}/${path}`, times),
      count: async () => counting(await world()),
      close: () => page.close(),
    };
  },
});

interface Chrome {
  tabs: {
    query(what: object): Promise<{ id: number; url: string }[]>;
    sendMessage(tab: number, notice: object): Promise<unknown>;
  };
  scripting: { executeScript(what: object): Promise<unknown> };
}

/** Runs in our background: the overlay is told to go, and put in again, until its card can be hit. */
async function rounds(url: string, times: number): Promise<void> {
  const { tabs, scripting } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const tab = (await tabs.query({})).find((each) => each.url === url);
  if (!tab) throw new Error(`no tab shows ${url}`);
  const target = { tabId: tab.id };
  const shown = async () => {
    for (;;) {
      const own = document.querySelector('html > [popover]');
      for (let x = 50; own && x < innerWidth; x += 100)
        for (let y = 25; y < innerHeight; y += 50) if (document.elementFromPoint(x, y) === own) return;
      await new Promise((done) => setTimeout(done, 4));
    }
  };
  for (let turn = 0; turn < times; turn++) {
    await tabs
      .sendMessage(tab.id, { notice: 'walk', active: null, console: 'hiworks' })
      .catch(() => undefined);
    await scripting.executeScript({ target, files: ['/text-ko.js', '/overlay.js'] });
    await scripting.executeScript({ target, func: shown });
  }
}
