import { labelled } from './labelled.ts';
import { isChanged } from './risk.ts';
import type { Guide, Step } from './step.ts';
import { type Reading, stateOf, type Walkthrough, walkable, wayTo } from './walkthrough.ts';

/** Sentences of a walkthrough that goes back; labels stand in brackets. */
export interface ReverseWords {
  title: (title: string) => string;
  choose: (label: string) => string;
  check: (label: string) => string;
  uncheck: (label: string) => string;
  fill: (label: string, value: string) => string;
  empty: (label: string) => string;
}

export interface Reverse {
  /** The way back, or null when nothing can be put back. */
  guide: Guide | null;
  /** What stays as it is now, and why: nothing takes it back, a list has to be mended by hand, or the old value is not known. */
  left: { step: Step; why: 'irreversible' | 'list' | 'unknown' }[];
}

const COMMITS = new Set<Step['action']>(['save', 'confirm']);

/** A walkthrough that puts back what this one has changed, from the values that the page showed before. */
export function reverse(guide: Guide, walk: Walkthrough, words: ReverseWords): Reverse {
  const steps = walkable(guide, walk);
  const left: Reverse['left'] = [];
  const back = new Map<Step, Step>();
  for (const step of steps) {
    if (stateOf(walk, step) !== 'done') continue;
    const listed = guide.outcome.some((outcome) => outcome.kind === 'chosen' && outcome.step === step.id);
    if (step.danger === 'irreversible') left.push({ step, why: 'irreversible' });
    else if (listed) left.push({ step, why: 'list' });
    else if (isChanged(walk, step)) {
      const set = setBack(step, walk.before?.[step.id], words);
      if (set) back.set(step, set);
      else left.push({ step, why: 'unknown' });
    } else if (isUnread(walk, step)) left.push({ step, why: 'unknown' });
  }
  // A value that belongs to a new entry of a list goes with the entry.
  if (back.size === 0 || left.some(({ why }) => why === 'list')) return { guide: null, left };
  const order = inOrder(steps, back);
  const walked = order.map((step, at) => ({ ...step, id: `s${at + 1}` }));
  // What the manual itself would have proved; a setting that only stood below it may be out of sight again.
  const proved = guide.outcome.flatMap(({ step: id }) => steps.find((step) => step.id === id) ?? []);
  const sets = proved.flatMap((step) => back.get(step) ?? []);
  const wanted = sets.length > 0 ? sets : [...back.values()];
  const outcome = wanted.map((set) => ({ kind: 'step' as const, step: walked[order.indexOf(set)]!.id }));
  return {
    guide: {
      ...guide,
      id: `undo-${guide.id}`.slice(0, 100),
      title: words.title(guide.title),
      steps: walked,
      outcome,
    },
    left,
  };
}

/** A setting that was passed by the admin's word alone: what it was before cannot be said. */
const isUnread = (walk: Walkthrough, { id, done }: Step): boolean =>
  done !== null &&
  done.kind !== 'row' &&
  done.kind !== 'shown' &&
  walk.times?.[id] !== undefined &&
  !walk.after?.[id];

/** The ways, each once, what is set back on them, and the saves that followed. */
function inOrder(steps: readonly Step[], back: ReadonlyMap<Step, Step>): Step[] {
  const kept = new Set<Step>();
  for (const [step] of back) {
    const way = wayTo(steps, step);
    for (const each of way) kept.add(each);
    const from = way.length > 0 ? steps.indexOf(way.at(-1)!) + 1 : 0;
    for (const each of steps.slice(from, steps.indexOf(step)))
      if (each.action === 'click' && !each.done && !each.danger) kept.add(each);
    kept.add(step);
    const save = steps.slice(steps.indexOf(step)).findIndex((each) => COMMITS.has(each.action));
    if (save < 0) continue;
    for (const each of steps.slice(steps.indexOf(step) + save)) {
      if (!COMMITS.has(each.action)) break;
      kept.add(each);
    }
  }
  // What was set last goes first: a switch that is turned back may hide what was set below it.
  const out: Step[] = [];
  let from = 0;
  for (const step of steps) {
    if (!kept.has(step)) continue;
    const set = back.get(step);
    if (set) out.splice(from, 0, set);
    else {
      out.push({ ...step, optional: false, alternative: null, caution: null });
      from = out.length;
    }
  }
  return out;
}

function setBack(step: Step, before: Reading | undefined, words: ReverseWords): Step | null {
  if (!before || (before.kind === 'choice' && !before.words)) return null;
  const label = step.labels.at(-1) ?? '';
  const base = { ...step, optional: false, alternative: null, caution: null, unsure: null };
  const say = (text: string) => labelled(text);
  switch (before.kind) {
    case 'on':
      return { ...base, action: 'check', done: { kind: 'on' }, text: say(words.check(label)) };
    case 'off':
      return { ...base, action: 'uncheck', done: { kind: 'off' }, text: say(words.uncheck(label)) };
    case 'text': {
      const text = before.words ? words.fill(label, before.words) : words.empty(label);
      const done = { kind: 'value', value: before.words } as const;
      return { ...base, action: 'fill', value: before.words || null, done, text: say(text) };
    }
    case 'choice': {
      // The old choice is another element than the one that was recorded.
      const labels = [...step.labels.slice(0, -1), before.words];
      const done = { kind: 'on' } as const;
      return {
        ...base,
        action: 'select',
        labels,
        recorded: null,
        done,
        text: say(words.choose(before.words)),
      };
    }
  }
}
