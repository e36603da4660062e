import type { Step } from '../../shared/guide/index.ts';
import {
  type Fingerprint,
  locateAll,
  type Match,
  type State,
  type Survey,
} from '../../shared/locate/index.ts';
import { openModal } from '../../shared/locate/modal.ts';
import { contains } from '../../shared/locate/seam.ts';
import { Sight } from '../../shared/locate/sight.ts';
import { throwsAway } from '../../shared/locate/words.ts';
import type { ActiveWalk } from '../platform/messages.ts';

/** Where a recorded target leads on this page. */
export interface Recalled {
  /** What is drawn, and the control behind it. */
  element: Element;
  control: Element;
  state: State | 'behind-dialog';
}

/** Below this a recorded target says nothing: the locator is calibrated, and one in ten wrong is too many. */
const SURE = 0.9;
/** The right thing in a state that no record can change. */
const STATES = new Set<Match['reason']>(['behind-dialog', 'disabled', 'covered']);

const same = (a: Element, b: Element): boolean => contains(a, b) || contains(b, a);

/**
 * The words of the manual and the record of its target, weighed against each other.
 *
 * | find \ record        | none | same element      | another element |
 * |----------------------|------|-------------------|-----------------|
 * | certain              | find | certain           | ask             |
 * | probable             | find | certain, unless its state is the doubt | certain |
 * | ambiguous, missing   | find | certain           | certain         |
 * | several rows         | find | find              | find            |
 *
 * Which row is meant is the admin's business. A record that leads to something hidden only says that it is there.
 */
export function weighIn(match: Match, recalled: Recalled | null, last: number): Match {
  if (!recalled || match.reason === 'several-rows') return match;
  const found = match.control ?? match.element;
  const own = match.element;
  if (found && own && (same(found, recalled.control) || same(own, recalled.element))) {
    // An earlier segment of a path is on the way to the target, not the target.
    if (match.verdict === 'certain' || STATES.has(match.reason) || match.segment < last) return match;
    return { ...match, verdict: 'certain', reason: 'found' };
  }
  if (recalled.state === 'hidden')
    return match.verdict === 'missing' ? { ...match, reason: 'hidden' } : match;
  const contradicted = match.verdict === 'certain' && match.segment === last;
  const doubt = recalled.state === 'ok' ? (contradicted ? 'other-words' : null) : recalled.state;
  const { element, control } = recalled;
  const candidate = {
    element,
    control,
    score: 1,
    state: recalled.state === 'behind-dialog' ? ('ok' as const) : recalled.state,
    reasons: ['recorded'],
  };
  return {
    verdict: doubt ? 'probable' : 'certain',
    element,
    control,
    candidates: [candidate, ...match.candidates.filter((one) => one.element !== element)],
    reason: doubt ?? 'found',
    segment: last,
  };
}

/** Recorded targets of a guide on this page; all are looked for at once, on first demand. */
export function recaller(active: ActiveWalk, page: () => Survey): (step: Step) => Recalled | null {
  let known: Map<string, Recalled> | null = null;
  return (step) => {
    known ??= recallAll(active, page);
    return known.get(step.id) ?? null;
  };
}

function recallAll({ guide, kept, labels }: ActiveWalk, page: () => Survey) {
  // What the admin has confirmed on this very console speaks before what support recorded on another one.
  const evidence = guide.steps.flatMap((step) =>
    [kept?.[step.id], step.recorded].flatMap((text) => {
      const record = text ? parse(text, step) : null;
      return record ? [{ step: step.id, record }] : [];
    }),
  );
  const found = new Map<string, Recalled>();
  if (evidence.length === 0) return found;
  const survey = page();
  const sight = new Sight(survey.seam.ignore);
  const modal = openModal(survey.roots, sight);
  const records = evidence.map(({ record }) => record);
  for (const [at, located] of locateSafely(records, survey, { labels }).entries()) {
    const { step } = evidence[at]!;
    if (located && located.confidence >= SURE && !found.has(step))
      found.set(step, stand(located.element, modal, sight));
  }
  return found;
}

/** A record that this release cannot read must not take the others with it. */
function locateSafely(
  records: Fingerprint[],
  page: Survey,
  options: Parameters<typeof locateAll>[2],
): ReturnType<typeof locateAll> {
  try {
    return locateAll(records, page, options);
  } catch {
    if (records.length === 1) return [null];
    return records.map((record) => locateSafely([record], page, options)[0] ?? null);
  }
}

/** Null for what is no record of this release, and for one that would lead a save to a cancel or a delete. */
export function parse(text: string, step: Pick<Step, 'action' | 'labels'>): Fingerprint | null {
  try {
    const record = JSON.parse(text) as Fingerprint | null;
    if (record?.v !== 1 || typeof record.name !== 'string') return null;
    const label = step.labels.at(-1) ?? '';
    const binding = step.action === 'save' || step.action === 'confirm';
    return binding && throwsAway(record.name) !== throwsAway(label) ? null : record;
  } catch {
    return null;
  }
}

/** What is drawn for a control that is not: its label. */
function stand(control: Element, modal: Element | null, sight: Sight): Recalled {
  const labels = (control as HTMLInputElement).labels;
  const drawn = sight.hidden(control) ? [...(labels ?? [])].find((label) => !sight.hidden(label)) : undefined;
  const element = drawn ?? control;
  const state = sight.state(element);
  const behind = modal !== null && state !== 'hidden' && !contains(modal, element);
  return { element, control, state: behind ? 'behind-dialog' : state };
}
