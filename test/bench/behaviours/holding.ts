import { type Behaviour, comes, error, settled, stays, TARGET, targetBox, yes } from './guided.ts';

/** Where the target goes, the ring goes. */
export const HOLDING: Behaviour[] = [
  {
    name: 'target in an inner scroller, scrolled by 50 px',
    page: 'scroller.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.$eval('#scroller', (scroller) => scroller.scrollBy(0, 50));
      return error(session, '#target');
    },
  },
  {
    name: 'target scrolled out of its inner scroller',
    page: 'scroller.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.$eval('#scroller', (scroller) => scroller.scrollBy(0, 400));
      const gone = await comes(async () => (await session.hole()) === null);
      return yes(gone, gone ? 'lets go' : 'rings something else');
    },
  },
  {
    name: 'a banner appears above',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.$eval('#above', (above) => {
        (above as HTMLElement).style.height = '120px';
      });
      return error(session, '#target');
    },
  },
  {
    name: 'target grows by 119 px',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.$eval('#target', (target) => {
        (target as HTMLElement).style.width = '259px';
      });
      return error(session, '#target');
    },
  },
  {
    name: 'target moves by a transition of its ancestor',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => {
        document.body.style.transition = 'transform 300ms';
        document.body.style.transform = 'translateX(90px)';
      });
      await session.page.evaluate(
        () => new Promise((done) => document.body.addEventListener('transitionend', done, { once: true })),
      );
      return error(session, '#target');
    },
  },
  {
    name: 'node replaced by a clone 200 px further right',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.$eval('#target', (target) => {
        const copy = target.cloneNode(true) as HTMLElement;
        copy.style.marginLeft = '200px';
        target.replaceWith(copy);
      });
      return error(session, '#target');
    },
  },
  {
    name: 'target removed',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      const before = await targetBox(session.page, TARGET.selector);
      await session.page.$eval('#target', (target) => target.remove());
      const gone = await comes(async () => (await session.hole()) === null);
      const card = await session.card();
      const said = !before ? 'no target' : !gone ? 'points at nothing' : card ? 'lets go' : 'ends';
      return yes(said === 'lets go', said);
    },
  },
  {
    name: 'target appears after 800 ms',
    page: 'late.html',
    run: (session) => error(session, '#target', 4_000),
  },
  {
    name: 'target in view, but under a fixed header: scrolled clear of it',
    page: 'fixed-header.html',
    async run(session) {
      const clear = await comes(() =>
        session.page.$eval('#target', (target) => {
          const { left, top, right, bottom } = target.getBoundingClientRect();
          const points = [
            [left + 3, top + 3],
            [right - 3, top + 3],
            [left + 3, bottom - 3],
            [right - 3, bottom - 3],
          ] as const;
          const bars = [...document.querySelectorAll('header, footer')];
          const hits = points.map(([x, y]) => document.elementsFromPoint(x, y));
          return hits.every((some) => some.includes(target) && !some.some((each) => bars.includes(each)));
        }),
      );
      return clear ? error(session, '#target') : yes(false);
    },
  },
  {
    name: 'body { zoom: 1.25 }, target { zoom: 0.8 }',
    page: 'zoom-body.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'html { zoom: 1.5 }',
    page: 'zoom-html.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'page zoomed to 200 %, card inside the window',
    page: 'plain.html',
    async run(session) {
      // What a browser does at 200 %: half as many CSS pixels, twice as many dots in each.
      await session.page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
      const right = await error(session, '#target');
      const inside = await comes(async () => {
        const card = await session.card();
        return (
          card !== null &&
          card.x >= 0 &&
          card.y >= 0 &&
          card.x + card.width <= 640 &&
          card.y + card.height <= 400
        );
      });
      return inside ? right : yes(false, `${right.said}, card outside`);
    },
  },
  {
    name: 'page under a strict CSP with Trusted Types',
    page: 'strict-csp.html',
    async run(session) {
      const right = await error(session, '#target');
      const said = await session.page.evaluate(
        () => (globalThis as unknown as { violations: string[] }).violations,
      );
      return said.length === 0 ? right : yes(false, `${right.said}, ${said.length} violations`);
    },
  },
  {
    name: 'target in a frame of the same origin',
    page: 'frame.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'the same, while the frame scrolls by 60 px and the page by 40 px',
    page: 'frame.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => scrollBy(0, 40));
      await session.page.frames()[1]?.evaluate(() => scrollBy(0, 60));
      return error(session, '#target');
    },
  },
  {
    name: 'target in a frame of another origin',
    page: 'frame-cross.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'target in an open shadow root',
    page: 'shadow-open.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'target in a closed shadow root, which shifts by 90 px',
    page: 'shadow-closed.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => (globalThis as unknown as { shift(): void }).shift());
      return error(session, '#target');
    },
  },
  {
    name: 'the tour is still there after the page has moved it all',
    page: 'plain.html',
    async run(session) {
      await session.page.setViewport({ width: 900, height: 500 });
      await session.page.evaluate(() => scrollTo(0, 300));
      const there = await stays(async () => (await session.stop()) === 1);
      await session.page.evaluate(() => scrollTo(0, 0));
      return there ? error(session, '#target') : yes(false);
    },
  },
];
