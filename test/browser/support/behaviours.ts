import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Behaviour, STOPS } from '../../bench/behaviours/guided.ts';
import { ours } from '../../bench/behaviours/ours.ts';
import { type Pages, servePages } from '../../pages/serve.ts';
import { type Launched, launch } from './chromium.ts';

/** The rows of `npm run bench:behaviours`, each a test of ours. */
export function holdsOn(what: string, behaviours: readonly Behaviour[]): void {
  describe(what, () => {
    let launched: Launched;
    let pages: Pages;
    let other: Pages;
    beforeAll(async () => {
      other = await servePages();
      pages = await servePages({}, other.origin.replace('127.0.0.1', 'localhost'));
      launched = await launch(inject('extension'));
    });
    afterAll(async () => {
      await launched?.close();
      await pages?.close();
      await other?.close();
    });
    for (const { name, page, stops = STOPS, before, run } of behaviours)
      it(name, async () => {
        const session = await ours(launched, pages.origin).open(page, stops, before);
        try {
          const { ok, said } = await run(session);
          expect(ok, said).toBe(true);
          // Where pixels are told, none is wrong.
          if (said.endsWith('px')) expect(said).toBe('0 px');
        } finally {
          await session.close();
        }
      });
  });
}
