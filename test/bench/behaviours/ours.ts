import type { Realm } from 'puppeteer';
import type { Launched } from '../../browser/support/chromium.ts';
import { until } from '../../browser/support/chromium.ts';
import { Overlay } from '../../browser/support/overlay.ts';
import { plant, step } from '../../browser/support/plant.ts';
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
      count: async () => counting(await world()),
      close: () => page.close(),
    };
  },
});
