import type { Realm } from 'puppeteer';

interface Counts {
  reads: number;
  writes: number;
  timers: number;
}

/** Counts what a script does to the page from its own world: the same hooks for everybody. */
export async function counting(world: Pick<Realm, 'evaluate'>): Promise<() => Promise<Counts>> {
  await world.evaluate(() => {
    const counts = { reads: 0, writes: 0, timers: 0 };
    const wrap = (on: object, name: string, kind: keyof typeof counts) => {
      const methods = on as Record<string, (...given: unknown[]) => unknown>;
      const before = methods[name];
      if (!before) return;
      methods[name] = function (this: unknown, ...given: unknown[]) {
        counts[kind]++;
        return before.apply(this, given);
      };
    };
    wrap(Element.prototype, 'getBoundingClientRect', 'reads');
    wrap(Element.prototype, 'getClientRects', 'reads');
    wrap(Document.prototype, 'elementFromPoint', 'reads');
    wrap(Document.prototype, 'elementsFromPoint', 'reads');
    wrap(globalThis, 'getComputedStyle', 'reads');
    wrap(Element.prototype, 'setAttribute', 'writes');
    wrap(Element.prototype, 'removeAttribute', 'writes');
    wrap(CSSStyleDeclaration.prototype, 'setProperty', 'writes');
    wrap(globalThis, 'setTimeout', 'timers');
    wrap(globalThis, 'setInterval', 'timers');
    wrap(globalThis, 'requestAnimationFrame', 'timers');
    (globalThis as unknown as { counted: typeof counts }).counted = counts;
  });
  return () => world.evaluate(() => (globalThis as unknown as { counted: Counts }).counted);
}
