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
  /** Number of named places. */
  places: number;
}

export function judge(candidates: Candidate[], given: Case): Match {
  const usable = candidates.filter((one) => one.state !== 'hidden' && one.score >= PROBABLE);
  const best = usable[0];
  if (!best) {
    const hidden = candidates.find((one) => one.state === 'hidden' && one.score >= PROBABLE - 0.1);
    return answer('missing', null, candidates, hidden ? 'hidden' : 'no-such-words', given);
  }
  const inside = given.modal ? usable.filter((one) => contains(given.modal!, one.element)) : usable;
  const pool = inside.length > 0 ? inside : usable;
  const top = pool[0]!;
  const equals = distinct(pool.filter((one) => one.score >= top.score - TIE));
  if (equals.length > 1) {
    const chosen = soleByPlace(equals) ?? sameDeed(equals, given.action);
    if (!chosen) {
      const rows = equals.every((one) => rowOf(one.element) !== null);
      return answer(
        'ambiguous',
        null,
        [...equals, ...candidates.filter((one) => !equals.includes(one))],
        rows ? 'several-rows' : 'several',
        given,
      );
    }
    return settle(chosen, candidates, given);
  }
  return settle(top, candidates, given);
}

function settle(best: Candidate, candidates: Candidate[], given: Case): Match {
  const doubt = doubtAbout(best, given);
  const ordered = [best, ...candidates.filter((one) => one !== best)];
  return answer(doubt ? 'probable' : 'certain', best, ordered, doubt ?? 'found', given);
}

function doubtAbout(best: Candidate, given: Case): Why | null {
  if (best.reasons.includes('-behind-dialog')) return 'behind-dialog';
  if (best.state === 'disabled' || best.state === 'covered') return best.state;
  if (best.reasons.includes('part')) return 'other-words';
  if (best.reasons.includes('-place') && given.placeOnPage < 0.7) return 'place-not-seen';
  if (best.reasons.includes('-value')) return 'place-not-seen';
  if (best.reasons.includes('-role')) return 'role-unusual';
  return best.score < CERTAIN ? 'other-words' : null;
}

/** One of several equals that alone stands where the manual says. */
function soleByPlace(equals: Candidate[]): Candidate | null {
  for (const sign of ['row', 'within']) {
    const there = equals.filter((one) => one.reasons.includes(sign));
    if (there.length === 1) return there[0]!;
  }
  return null;
}

/** Several that do the very same: links to one address, or the save buttons above and below one form. */
function sameDeed(equals: Candidate[], action: Action): Candidate | null {
  const first = equals[0]!;
  const href = first.element.getAttribute('href');
  if (href && !/^(#|javascript:)?$|^#|^javascript:/i.test(href)) {
    if (equals.every((one) => one.element.getAttribute('href') === href)) return first;
  }
  if (action !== 'save') return null;
  const form = (first.element as HTMLButtonElement).form ?? null;
  const deed = (one: Candidate): string =>
    `${one.element.getAttribute('name')}|${one.element.getAttribute('value')}|${one.element.getAttribute('onclick')}`;
  const same =
    form !== null &&
    equals.every(
      (one) => ((one.element as HTMLButtonElement).form ?? null) === form && deed(one) === deed(first),
    );
  return same ? first : null;
}

/** Without candidates that lie in one another. */
function distinct(candidates: Candidate[]): Candidate[] {
  return candidates.filter(
    (one, at) =>
      !candidates
        .slice(0, at)
        .some((other) => contains(other.element, one.element) || contains(one.element, other.element)),
  );
}

function answer(
  verdict: Match['verdict'],
  best: Candidate | null,
  candidates: Candidate[],
  reason: Why,
  given: Case,
): Match {
  return {
    verdict,
    element: best?.element ?? null,
    control: best?.control ?? null,
    candidates: candidates.slice(0, 40),
    reason,
    segment: given.segment,
  };
}
