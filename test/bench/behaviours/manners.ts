import {
  type Behaviour,
  comes,
  error,
  LATER,
  pressCard,
  type Session,
  type Stop,
  settled,
  stays,
  yes,
} from './guided.ts';

const FIELD: Stop = { selector: '#field', label: '발신 이름', action: 'fill' };

/** The tour is where it was. */
const goesOn = async (session: Session) => {
  const same = await stays(async () => (await session.stop()) === 1);
  return yes(same, same ? 'stays' : (await session.stop()) === 0 ? 'tour ends' : 'tour moves');
};

const inField = async (session: Session, act: (page: Session['page']) => Promise<void>) => {
  await settled(session, '#field');
  await session.page.click('#field');
  await act(session.page);
};

/** What belongs to the page stays the page's. */
export const MANNERS: Behaviour[] = [
  {
    name: 'typing “a”, scrolling, “b”, a layout shift, “c” in the target',
    page: 'plain.html',
    stops: [FIELD, LATER],
    async run(session) {
      await inField(session, async (page) => {
        await page.keyboard.type('a');
        await page.evaluate(() => scrollBy(0, 6));
        await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
        await page.keyboard.type('b');
        await page.$eval('#above', (above) => {
          (above as HTMLElement).style.height = '50px';
        });
        await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
        await page.keyboard.type('c');
      });
      const typed = await session.page.$eval('#field', (field) => (field as HTMLInputElement).value);
      return yes(typed === 'abc', `“${typed}”`);
    },
  },
  {
    name: 'ArrowRight in the target field',
    page: 'plain.html',
    stops: [FIELD, LATER],
    async run(session) {
      await inField(session, (page) => page.keyboard.press('ArrowRight'));
      return goesOn(session);
    },
  },
  {
    name: 'Escape in the target field',
    page: 'plain.html',
    stops: [FIELD, LATER],
    async run(session) {
      await inField(session, (page) => page.keyboard.press('Escape'));
      return goesOn(session);
    },
  },
  {
    name: 'click beside the target',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      const box = await session.page.$eval('#beside', (beside) => beside.getBoundingClientRect().toJSON());
      await session.page.mouse.click(box.x + 40, box.y + 12);
      return goesOn(session);
    },
  },
  {
    name: 'attributes of the page during and after the tour',
    page: 'plain.html',
    async before(page) {
      await page.evaluateOnNewDocument(() => {
        addEventListener('DOMContentLoaded', () => {
          (globalThis as unknown as { before: string[] }).before = (
            globalThis as unknown as { attributes(): string[] }
          ).attributes();
        });
        (globalThis as unknown as { attributes(): string[] }).attributes = () =>
          ['html', 'body', '#target', '#later', 'h1'].map((selector) =>
            [...(document.querySelector(selector)?.attributes ?? [])]
              .map(({ name, value }) => `${name}=${value}`)
              .join(' '),
          );
      });
    },
    async run(session) {
      await settled(session, '#target');
      const differ = () =>
        session.page.evaluate(() => {
          const { before, attributes } = globalThis as unknown as {
            before: string[];
            attributes(): string[];
          };
          return before.join('\n') !== attributes().join('\n');
        });
      const during = await differ();
      await session.end();
      const after = !(await comes(async () => !(await differ()), 1_000));
      return yes(!during && !after, after ? 'changed for good' : during ? 'changed meanwhile' : 'untouched');
    },
  },
  {
    name: 'the page’s own “click outside” hears nothing of a press on the card',
    page: 'click-outside.html',
    async run(session) {
      await settled(session, '#target');
      await pressCard(session);
      const shown = await stays(() => session.page.$eval('#panel', (panel) => !panel.matches('[hidden]')));
      return yes(shown, shown ? 'hears nothing' : 'closes its panel');
    },
  },
  {
    name: 'the page’s own “click outside” still works beside the card',
    page: 'click-outside.html',
    async run(session) {
      await settled(session, '#target');
      const box = await session.page.$eval('#opener', (opener) => opener.getBoundingClientRect().toJSON());
      await session.page.mouse.click(box.x + 4, box.y + 4);
      return yes(await comes(() => session.page.$eval('#panel', (panel) => panel.matches('[hidden]'))));
    },
  },
  {
    name: 'focus stays where the admin has put it',
    page: 'plain.html',
    stops: [FIELD, LATER],
    async run(session) {
      await inField(session, async (page) => {
        await page.evaluate(() => scrollBy(0, 30));
        await page.$eval('#above', (above) => {
          (above as HTMLElement).style.height = '70px';
        });
      });
      return yes(await stays(() => session.page.evaluate(() => document.activeElement?.id === 'field')));
    },
  },
  {
    name: 'prefers-reduced-motion: nothing moves by itself',
    page: 'far.html',
    async before(page) {
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.evaluateOnNewDocument(() => {
        const seen = new Set<number>();
        (globalThis as unknown as { places: Set<number> }).places = seen;
        addEventListener('scroll', () => seen.add(Math.round(scrollY)), { capture: true, passive: true });
      });
      const client = await page.createCDPSession();
      await client.send('Animation.enable');
      client.on('Animation.animationStarted', () => {
        void page.evaluate(() => (globalThis as unknown as { places: Set<number> }).places.add(-1));
      });
    },
    async run(session) {
      const right = await error(session, '#target');
      await session.page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      const places = await session.page.evaluate(() => [
        ...(globalThis as unknown as { places: Set<number> }).places,
      ]);
      const moved = places.includes(-1) ? 'animates' : places.length > 1 ? 'scrolls smoothly' : null;
      return moved ? yes(false, moved) : right;
    },
  },
];
