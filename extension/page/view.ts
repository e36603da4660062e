import { type Guide, type Step, stateOf, type Walkthrough, walkable } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { placeOf, type Sighting } from './scene.ts';
import type { WalkText } from './text.ts';

/** What the card says: words and choices only, no reference to the page. */
export interface CardView {
  title: string;
  /** 1-based place of the step in front of the admin, and how many there are. */
  at: number;
  of: number;
  /** Share of the steps that are behind the admin, 0 … 1. */
  progress: number;
  step: Step | null;
  /** What to know about the target, or about the end. */
  hint: string | null;
  /** More of it, smaller. */
  detail: string | null;
  tone: 'plain' | 'ask' | 'missing' | 'ok' | 'wrong' | 'busy';
  /** Yes/no about the dashed ring. */
  asks: boolean;
  branches: { id: string; words: string }[];
  end: Walkthrough['phase'] | null;
  /** The end can be proved by loading the page again. */
  canReload: boolean;
}

/** The step in front of the admin as the card tells it. */
export function stepView(active: ActiveWalk, seen: Sighting, confirmed: boolean, t: WalkText): CardView {
  const { guide, walk } = active;
  const base = frame(guide, walk);
  const { step } = seen;
  const branches = openBranches(guide, walk, step);
  if (branches.length > 1) return { ...base, step, branches, hint: t.walk.choose, tone: 'ask' };
  return { ...base, step, ...about(active, seen, confirmed, t) };
}

function about(
  active: ActiveWalk,
  { step, match, recorded, holds }: Sighting,
  confirmed: boolean,
  t: WalkText,
): Pick<CardView, 'hint' | 'detail' | 'tone' | 'asks'> {
  const plain = (hint: string | null) => ({ hint, detail: null, tone: 'plain' as const, asks: false });
  if (step.action === 'read') return plain(t.walk.read);
  if (step.action === 'goto-url') return plain(null);
  if (step.labels.length === 0 && match.verdict === 'missing') return plain(t.walk.noLabel);
  const label = step.labels[match.segment] ?? step.labels.at(-1) ?? '';
  switch (match.verdict) {
    case 'certain':
      // The manual's own words were not clear: right on the page may still be wrong for the reader.
      if (step.unsure && !recorded && !confirmed)
        return { hint: t.walk.probably, detail: null, tone: 'ask', asks: true };
      if (holds === true) return plain(t.walk.alreadySo);
      return plain(match.reason === 'menu-closed' ? t.walk.menuClosed(label) : null);
    case 'probable': {
      if (confirmed) return plain(null);
      const why = reasonWords(match.reason, placeOf(active.guide, step)[0] ?? step.within[0] ?? '', t);
      return { hint: t.walk.probably, detail: why, tone: 'ask', asks: true };
    }
    case 'ambiguous':
      return { ...plain(match.reason === 'several-rows' ? t.walk.severalRows : t.walk.several), tone: 'ask' };
    case 'missing':
      return {
        hint: t.walk.notFound(step.labels.at(-1) ?? ''),
        detail: match.reason === 'hidden' ? t.walk.hidden : t.walk.notFoundWhy,
        tone: 'missing',
        asks: false,
      };
  }
}

function reasonWords(reason: string, place: string, t: WalkText): string | null {
  switch (reason) {
    case 'behind-dialog':
      return t.walk.behindDialog;
    case 'disabled':
      return t.walk.disabled;
    case 'covered':
      return t.walk.covered;
    case 'place-not-seen':
      return t.walk.elsewhere(place);
    default:
      return null;
  }
}

/** Where all steps are passed: what was read back, or how to read it. */
export function endView(
  active: ActiveWalk,
  can: { reload: boolean; reading: boolean },
  t: WalkText,
): CardView {
  const { guide, walk } = active;
  const base = { ...frame(guide, walk), step: null, end: walk.phase };
  switch (walk.phase) {
    case 'saved': {
      const gone = guide.outcome.some((outcome) => outcome.kind === 'chosen' && !outcome.present);
      const say = gone ? t.walk.savedGone : t.walk.savedValue;
      return { ...base, hint: t.walk.saved, detail: walk.found && say(walk.found), tone: 'ok' };
    }
    case 'unsaved':
      return {
        ...base,
        hint: t.walk.notSaved,
        detail: walk.found && t.walk.notSavedValue(walk.found),
        tone: 'wrong',
      };
    case 'checking': {
      const last = guide.steps.find((step) => step.id === guide.outcome[0]?.step);
      const place = last && placeOf(guide, last)[0];
      if (can.reload)
        return { ...base, hint: t.walk.checking, detail: t.walk.checkingText, tone: 'busy', canReload: true };
      const detail = can.reading || !place ? t.walk.reading : t.walk.proveAt(place);
      return { ...base, hint: t.walk.checking, detail, tone: 'busy' };
    }
    default:
      return { ...base, hint: t.walk.finished, detail: t.walk.finishedText, tone: 'ok' };
  }
}

function frame(guide: Guide, walk: Walkthrough): CardView {
  const steps = walkable(guide, walk);
  const at = steps.findIndex((step) => step.id === walk.at);
  const passed = steps.filter((step) => stateOf(walk, step) !== 'todo').length;
  return {
    title: guide.title,
    at: at < 0 ? steps.length : at + 1,
    of: steps.length,
    progress: steps.length === 0 ? 1 : passed / steps.length,
    step: null,
    hint: null,
    detail: null,
    tone: 'plain',
    asks: false,
    branches: [],
    end: null,
    canReload: false,
  };
}

/** The ways of an alternative that the admin has not chosen between yet. */
function openBranches(guide: Guide, walk: Walkthrough, step: Step): CardView['branches'] {
  const [group] = step.alternative?.split('.') ?? [];
  if (!group || walk.branches[group] !== undefined) return [];
  const first = new Map<string, Step>();
  for (const each of guide.steps) {
    const [other, branch] = each.alternative?.split('.') ?? [];
    if (other === group && branch && !first.has(branch)) first.set(branch, each);
  }
  return [...first].map(([id, each]) => ({ id, words: each.labels.join(' › ') || id }));
}
