import type { Inline } from '../../article/node.ts';
import type { Draft } from './draft.ts';

/** What the card shows: the author's own line when the step is all of it, else the step's own clause. */
export function cardText(draft: Draft, alone: boolean): Inline[] {
  return alone || !draft.card?.length ? draft.source.kids : draft.card;
}
