import { type Guide, type Step, stateOf, type Walkthrough, walkable } from '../../../shared/guide/index.ts';

export interface StepRow {
  step: Step;
  /** 1-based place among the steps that are walked. */
  number: number;
  state: 'current' | 'done' | 'skipped' | 'todo';
  /** It was so before the admin began. */
  already: boolean;
  /** Left out because the page did not show it. */
  missed: boolean;
}

export function stepRows(guide: Guide, walk: Walkthrough): StepRow[] {
  return walkable(guide, walk).map((step, index) => ({
    step,
    number: index + 1,
    state: step.id === walk.at ? 'current' : stateOf(walk, step),
    already: walk.already?.includes(step.id) ?? false,
    missed: walk.missed?.includes(step.id) ?? false,
  }));
}

/** `7단계 중 3단계`; past the last step it stays on the last. */
export function progressOf(rows: readonly StepRow[]): { at: number; of: number; passed: number } {
  const current = rows.find((row) => row.state === 'current');
  const passed = rows.filter((row) => row.state === 'done' || row.state === 'skipped').length;
  return { at: current?.number ?? rows.length, of: rows.length, passed };
}

export interface Branch {
  branch: string;
  /** What taking it begins with. */
  first: Step;
}

/** The ways to choose from when the step in front opens an alternative that is undecided; else null. */
export function choiceAt(guide: Guide, walk: Walkthrough): { group: string; branches: Branch[] } | null {
  const at = guide.steps.find((step) => step.id === walk.at);
  const group = at?.alternative?.split('.')[0];
  if (!group || walk.branches[group] !== undefined) return null;
  const first = new Map<string, Step>();
  for (const step of guide.steps) {
    const [of, branch] = step.alternative?.split('.') ?? [];
    if (of === group && branch && !first.has(branch)) first.set(branch, step);
  }
  if (first.size < 2) return null;
  return { group, branches: [...first].map(([branch, step]) => ({ branch, first: step })) };
}
