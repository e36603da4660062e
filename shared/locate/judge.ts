/** From ranked candidates to an answer. A wrong highlight is worse than none: what is not clear is not `certain`. */
import type { Action } from '../guide/index.ts';
import type { Candidate, Match, Why } from './match.ts';
import { rowOf } from './place.ts';
import { contains } from './seam.ts';

/** Below this nothing is pointed at. */
const PROBABLE = 0.7;
const CERTAIN = 0.88;
/** Candidates this near to the best are its equals. */
const TIE = 0.035;

export interface Case {
  segment: number;
  modal: Element | null;
  action: Action;
  /** 0 … 1: how far the page as a whole shows the named places. */
  placeOnPage: number;
}

export function judge(candidates: Candidate[], { segment, modal, action, placeOnPage }: Case): Match {
  const answer = (
    verdict: Match['verdict'],
    reason: Why,
    best: Candidate | null = null,
    first = best ? [best] : [],
  ): Match => ({
    verdict,
    element: best?.element ?? null,
    control: best?.control ?? null,
    candidates: [...new Set([...first, ...candidates])].slice(0, 40),
    reason,
    segment,
  });
  const usable = candidates.filter((one) => one.state !== 'hidden' && one.score >= PROBABLE);
  const inside = usable.filter((one) => modal && contains(modal, one.element));
  const pool = inside.length ? inside : usable;
  let best = pool[0];
  if (!best) {
    const hidden = candidates.some((one) => one.state === 'hidden' && one.score >= PROBABLE - 0.1);
    return answer('missing', hidden ? 'hidden' : 'no-such-words');
  }
  const equals = distinct(pool.filter((one) => one.score >= pool[0]!.score - TIE));
  if (equals.length > 1) {
    best = soleByPlace(equals) ?? sameDeed(equals, action);
    if (!best) {
      const rows = equals.every((one) => rowOf(one.element));
      return answer('ambiguous', rows ? 'several-rows' : 'several', null, equals);
    }
  }
  const doubt = doubtAbout(best, placeOnPage);
  return answer(doubt ? 'probable' : 'certain', doubt ?? 'found', best);
}

function doubtAbout({ reasons, state, score }: Candidate, placeOnPage: number): Why | null {
  const told = (reason: string): boolean => reasons.includes(reason);
  if (told('-behind-dialog')) return 'behind-dialog';
  if (state === 'disabled' || state === 'covered') return state;
  if (told('part')) return 'other-words';
  if (told('-value') || (told('-place') && placeOnPage < 0.7)) return 'place-not-seen';
  if (told('-role')) return 'role-unusual';
  return score < CERTAIN ? 'other-words' : null;
}

/** One of several equals that alone stands where the manual says. */
function soleByPlace(equals: Candidate[]): Candidate | undefined {
  for (const sign of ['row', 'within']) {
    const there = equals.filter((one) => one.reasons.includes(sign));
    if (there.length === 1) return there[0];
  }
}

/** Several that do the very same: links to one address, or the save buttons above and below one form. */
function sameDeed(equals: Candidate[], action: Action): Candidate | undefined {
  const deed = ({ element }: Candidate): string =>
    ['href', 'name', 'value', 'onclick'].map((name) => element.getAttribute(name)).join('|');
  const form = ({ element }: Candidate) => (element as HTMLButtonElement).form;
  const first = equals[0]!;
  const address = first.element.getAttribute('href');
  const same = address
    ? !/^(?:#|javascript:)/i.test(address) &&
      equals.every((one) => one.element.getAttribute('href') === address)
    : action === 'save' &&
      form(first) &&
      equals.every((one) => form(one) === form(first) && deed(one) === deed(first));
  return same ? first : undefined;
}

/** Without candidates that lie in one another. */
function distinct(candidates: Candidate[]): Candidate[] {
  return candidates.filter(({ element: one }, at) =>
    candidates.slice(0, at).every(({ element }) => !contains(element, one) && !contains(one, element)),
  );
}
