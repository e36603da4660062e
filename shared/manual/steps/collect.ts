import type { ReadLine } from '../lines/read-lines.ts';
import type { Draft } from './draft.ts';

/** All acts of a manual as drafts, still in the order of the lines. */
export function collect(lines: readonly ReadLine[]): Draft[] {
  return lines.flatMap((line) =>
    line.acts.map((act) => ({
      ...act,
      // A path that was walked just before is where the reader is, not a place on the screen.
      within: act.within.length > 1 ? [] : act.within,
      source: line.source,
      optional: line.optional || line.conditional || act.open,
      alternative: null,
      caution: null,
      danger: null,
    })),
  );
}
