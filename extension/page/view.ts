import {
  type Guide,
  isRisky,
  labelled,
  riskOf,
  type Step,
  stateOf,
  type Walkthrough,
  walkable,
} from '../../shared/guide/index.ts';
import { readingText } from '../../shared/guide/receipt-text.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { type CardView, frame, type RiskView } from './card-view.ts';
import { placeOf, type Sighting } from './scene.ts';
import type { WalkText } from './text.ts';

export type { CardView } from './card-view.ts';

/** The step in front of the admin as the card tells it. */
export function stepView(active: ActiveWalk, seen: Sighting, confirmed: boolean, t: WalkText): CardView {
  const { guide, walk } = active;
  const { step } = seen;
  const held = walk.held ?? null;
  const saves = held?.kind === 'leave' ? guide.steps.find(({ id }) => id === held.step) : undefined;
  const newer = (active.resumed && active.newer) || null;
  const base = { ...frame(guide, walk), held, newer, saveLabel: saves?.labels.at(-1) ?? null };
  const branches = openBranches(guide, walk, step);
  if (branches.length > 1 && !held) return { ...base, step, branches, hint: t.walk.choose, tone: 'ask' };
  // Held out of turn: what is said is said of the step that was pressed.
  const pressed = held?.kind === 'risk' ? guide.steps.find(({ id }) => id === held.step) : undefined;
  const risk = riskView(active, pressed ?? step, t);
  return { ...base, step: pressed ?? step, risk, ...about(active, seen, confirmed, t) };
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
      if (isNeedless(active, step)) return plain(t.walk.nothingToSave);
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
        detail: t.walk.notFoundWhy,
        tone: 'missing',
        asks: false,
      };
  }
}

/** A save of nothing: all that the guide sets was so before, and the admin has changed none of it. */
function isNeedless({ guide, walk }: ActiveWalk, step: Step): boolean {
  if (step.action !== 'save' || guide.outcome.some(({ kind }) => kind === 'chosen')) return false;
  const set = walkable(guide, walk).filter((each) => each.done && stateOf(walk, each) === 'done');
  return set.length > 0 && set.every(({ id }) => walk.already?.includes(id) && !walk.after?.[id]);
}

/** What may go wrong, for whom, and how to go back; null where the manual sees no harm. */
function riskView({ guide, walk }: ActiveWalk, step: Step, t: WalkText): RiskView | null {
  const risk = riskOf(guide, walk, step);
  if (!risk)
    return isRisky(step) ? { danger: null, caution: labelled(step.caution ?? ''), back: null } : null;
  const words = t.walk.receipt;
  const told = risk.of === step ? step.caution : null;
  let back: string;
  if (risk.danger === 'irreversible') back = t.walk.risk.none;
  else if (risk.lasting) back = t.walk.putBack.list;
  else back = risk.before ? t.walk.risk.back(readingText(risk.before, words)) : t.walk.risk.unknown;
  return { danger: risk.danger, caution: labelled(told ?? (risk.held ? (risk.of.caution ?? '') : '')), back };
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
