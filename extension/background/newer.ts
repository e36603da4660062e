import type { Guide, WalkEvent } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { catalogue, guide as guideNow } from './content.ts';

/**
 * What is published now, beside the guide that is being followed: it says something else, is there no more, or is the
 * same (null). Undefined where that cannot be told, because the part is out of reach or in another language.
 */
export async function newerThan({ guide, back }: ActiveWalk): Promise<ActiveWalk['newer'] | undefined> {
  // A way back was made here, from what was seen on the page.
  if (back) return null;
  try {
    const { guides } = await catalogue();
    if (!guides.some(({ id }) => id === guide.id)) return 'gone';
    const now = await guideNow(guide.id);
    if (now.lang !== guide.lang) return undefined;
    return says(now) === says(guide) ? null : 'changed';
  } catch {
    return undefined;
  }
}

/** Where a step stands in the text of its manual is nothing that anybody walks by. */
const says = ({ title, steps, outcome }: Guide): string =>
  JSON.stringify([title, steps.map((step) => ({ ...step, line: 0 })), outcome]);

/** Whether the admin has gone on by an own act, and so has read what was said when the guide was taken up again. */
export const goesOn = (event: WalkEvent): boolean =>
  (event.type === 'did' && event.time !== undefined) ||
  ['next', 'skip', 'back', 'goto', 'branch', 'pause'].includes(event.type);
