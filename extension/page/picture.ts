import type { WalkEvent } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { targets } from './acts.ts';
import { astrayOf } from './astray.ts';
import { astrayView } from './astray-view.ts';
import { endView } from './end-view.ts';
import { prove, readAll } from './prove.ts';
import { atPlace, type Look, type Sighting } from './scene.ts';
import { type WalkText, walkText } from './text.ts';
import { type CardView, stepView } from './view.ts';

/** What is to be drawn. */
export interface Picture {
  view: CardView;
  /** Words in the language of the interface. */
  text: WalkText;
  rings: Element[];
  kind: 'sure' | 'ask' | 'choice';
  /** What was seen of the step in front; null at the end. */
  seen: (Sighting & { confirmed: boolean }) | null;
}

const MOST_RINGS = 12;

/**
 * The step in front of the admin, as this page shows it.
 * @param still a page that is still building itself is not told that it lacks something
 * @returns the picture, and the element that can be gone to by keyboard
 */
export function stepPicture(
  active: ActiveWalk,
  look: Look,
  seen: Sighting & { confirmed: boolean },
  still: () => boolean,
  ignore: (element: Element) => boolean,
): { picture: Picture; target: Element | null } {
  const text = wordsOf(active);
  const { match, step, confirmed } = seen;
  const told = stepView(active, seen, confirmed, text);
  if (told.tone === 'missing') {
    const view = still()
      ? astrayView(told, astrayOf(active, seen, look, ignore), text)
      : { ...told, hint: text.walk.seek, detail: null, tone: 'busy' as const };
    return { picture: { view, text, rings: [], kind: 'sure', seen }, target: null };
  }
  const rings = told.branches.length > 1 || step.action === 'read' ? [] : ringed(seen);
  const kind = match.verdict === 'ambiguous' ? 'choice' : told.asks ? 'ask' : 'sure';
  return { picture: { view: told, text, rings, kind, seen }, target: match.control ?? rings[0] ?? null };
}

/** The end: what was read back, or how to read it. `news`: what this page proves, to be told before it is drawn. */
export function endPicture(
  active: ActiveWalk,
  look: Look,
  still: boolean,
): { picture: Picture } | { news: WalkEvent } {
  const text = wordsOf(active);
  const { guide, walk } = active;
  const checking = walk.phase === 'checking';
  const fresh = walk.savedAt === null || performance.timeOrigin > walk.savedAt;
  if (checking && fresh && still) {
    const proof = prove(guide, walk, look, (step) => atPlace(active, step, look));
    if (proof.known) {
      const { ok, found } = proof;
      return { news: { type: 'proved', ok, found, now: readAll(guide, walk, look) } };
    }
  }
  const shown = checking && !fresh ? shownNow(active, look) : null;
  const view = endView(active, { reload: !fresh, reading: !still, shown }, text);
  return { picture: { view, text, rings: [], kind: 'sure', seen: null } };
}

const wordsOf = (active: ActiveWalk): WalkText => walkText(active.lang ?? navigator.language);

/** What the page shows of the first setting before it is loaded anew. */
function shownNow({ guide, walk }: ActiveWalk, look: Look): string | null {
  const read = readAll(guide, walk, look);
  const first = guide.outcome.find(({ kind, step }) => kind === 'step' && read[step]);
  return (first && read[first.step]?.words) || null;
}

/** What to ring: the drawn element, not the invisible control behind it. */
function ringed({ match }: Sighting): Element[] {
  if (match.verdict === 'missing') return [];
  if (match.verdict !== 'ambiguous') return match.element ? [match.element] : [];
  const drawn = new Set(match.candidates.map((one) => one.element));
  return targets(match)
    .filter((element) => drawn.has(element))
    .slice(0, MOST_RINGS);
}
