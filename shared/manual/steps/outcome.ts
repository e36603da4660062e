import type { Outcome, Step } from '../../guide/step.ts';
import type { CompileOptions } from '../options.ts';

const ADDS = /추가|등록|지정|할당|부여|^add|register|assign|invite|追加|登録|招待/iu;
const REMOVES = /삭제|빼기|제거|해제|회수|delete|remove|revoke|削除|外す|解除/iu;

/**
 * What must be true on the page once the guide has been followed: settings hold what was chosen, and lists hold
 * (or no longer hold) what the admin picked, typed or pointed at.
 */
export function outcomeOf(steps: readonly Step[], wanted: CompileOptions['outcome']): Outcome[] {
  if (wanted === 'none') return [];
  const sure = steps.filter((step) => !step.alternative && !step.optional);
  const entry = entryField(sure);
  const settings: Outcome[] = [];
  const objects: Outcome[] = [];
  const lastCommit = sure.findLastIndex(commits);
  const deeds = nextDeeds(sure);
  for (const [index, step] of sure.entries()) {
    if (step === entry) objects.push({ kind: 'chosen', step: step.id, present: true });
    // What is set in the form of a new entry cannot be read back once the entry is in the list.
    else if (step.done && !entry && index < lastCommit) settings.push({ kind: 'step', step: step.id });
    if (picksObject(step)) {
      const act = deeds[index + 1] ?? sure.length;
      if (act <= lastCommit)
        objects.push({ kind: 'chosen', step: step.id, present: !says(sure[act]!, REMOVES) });
    }
  }
  const removal = sure.find((step) => step.action === 'click' && says(step, REMOVES));
  if (removal && !sure.some(picksObject)) objects.push({ kind: 'chosen', step: removal.id, present: false });
  return [...settings, ...overridden(objects, sure, wanted)];
}

/** For every step the index of the first adding or removing one from it on: one pass, however long the guide. */
function nextDeeds(steps: readonly Step[]): number[] {
  const out = new Array<number>(steps.length);
  let next = steps.length;
  for (let i = steps.length - 1; i >= 0; i--) {
    if (says(steps[i]!, ADDS) || says(steps[i]!, REMOVES)) next = i;
    out[i] = next;
  }
  return out;
}

const says = (step: Step, words: RegExp): boolean => words.test(step.labels.at(-1) ?? '');

const picksObject = (step: Step): boolean =>
  step.labels.length === 0 && (step.action === 'select' || step.action === 'check');

const commits = (step: Step): boolean =>
  step.action === 'save' || step.action === 'confirm' || says(step, REMOVES);

/** The field that names a new entry of a list: the first one to fill in, where a button says that it adds. */
function entryField(steps: readonly Step[]): Step | undefined {
  const field = steps.find((step) => step.action === 'fill');
  const adds = steps.some((step) => (step.action === 'click' || step.action === 'save') && says(step, ADDS));
  return adds && !steps.some(picksObject) ? field : undefined;
}

/** The manual's front matter knows better than the words of its buttons. */
function overridden(
  objects: Outcome[],
  steps: readonly Step[],
  wanted: CompileOptions['outcome'],
): Outcome[] {
  if (!wanted) return objects;
  const present = wanted === 'added';
  if (objects.length > 0)
    return objects.map((outcome) => (outcome.kind === 'chosen' ? { ...outcome, present } : outcome));
  const object = steps.findLast(picksObject);
  return object ? [{ kind: 'chosen', step: object.id, present }] : [];
}
