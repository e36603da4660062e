import type { Done, Guide, Step } from '../../guide/step.ts';
import type { CompileOptions } from '../options.ts';
import { cardText } from './card-text.ts';
import { doneWhen, rowsDone } from './done.ts';
import type { Draft } from './draft.ts';
import { outcomeOf } from './outcome.ts';

export interface GuideHead {
  id: string;
  article: string;
  lang: string;
  title: string;
  console: string | null;
}

/** Drafts of one task become a guide; `marks` are the author's own words on what shows a step to be done. */
export function toGuide(
  drafts: readonly Draft[],
  head: GuideHead,
  options: CompileOptions,
  marks: ReadonlyMap<Draft, Done | null>,
): Guide {
  const known = new Set((options.labels ?? []).flat().map(key));
  const perLine = new Map<unknown, number>();
  for (const draft of drafts) perLine.set(draft.source, (perLine.get(draft.source) ?? 0) + 1);
  const steps = drafts.map((draft, i): Step => {
    const settled = draft.unsure === 'unmarked' && draft.labels.every((label) => known.has(key(label)));
    return {
      id: `s${i + 1}`,
      action: draft.action,
      labels: draft.labels,
      within: draft.within,
      value: draft.value,
      optional: draft.optional,
      alternative: draft.alternative,
      caution: draft.caution,
      danger: draft.danger,
      text: cardText(draft, perLine.get(draft.source) === 1),
      unsure: settled ? null : draft.unsure,
      done: marks.has(draft) ? (marks.get(draft) ?? null) : doneWhen(draft),
      recorded: null,
      line: draft.source.line,
    };
  });
  const outcome = outcomeOf(steps, options.outcome);
  const settled = new Set(drafts.flatMap((draft, i) => (marks.has(draft) ? [`s${i + 1}`] : [])));
  // What an author has settled is not derived again.
  const rows = rowsDone(steps, outcome).map((step, i) => (settled.has(step.id) ? steps[i]! : step));
  return { ...head, steps: rows, outcome };
}

function key(label: string): string {
  return label.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
