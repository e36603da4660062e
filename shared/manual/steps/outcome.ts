import type { Outcome, Step } from '../../guide/step.ts';
import type { CompileOptions } from '../options.ts';

const ADDS = /추가|등록|지정|할당|부여|^add|register|assign|invite|追加|登録|招待/iu;
const REMOVES = /삭제|빼기|제거|해제|회수|delete|remove|revoke|削除|外す|解除/iu;

/** What must be true on the page once the guide's settings have been saved. */
export function outcomeOf(steps: readonly Step[], wanted: CompileOptions['outcome']): Outcome[] {
  if (wanted === 'none') return [];
  const out: Outcome[] = [];
  const picks: Outcome[] = [];
  steps.forEach((step, i) => {
    if (step.alternative || step.optional) return;
    const after = steps.slice(i + 1);
    const saved = after.some(commits);
    if (step.done && saved) out.push({ kind: 'step', step: step.id });
    if (step.labels.length === 0 && (step.action === 'select' || step.action === 'check')) {
      const act = after.find(
        (next) => ADDS.test(next.labels.at(-1) ?? '') || REMOVES.test(next.labels.at(-1) ?? ''),
      );
      if (act && after.slice(after.indexOf(act)).some(commits))
        picks.push({ kind: 'chosen', step: step.id, present: !REMOVES.test(act.labels.at(-1)!) });
    }
  });
  return [...out, ...overridden(picks, steps, wanted)];
}

function commits(step: Step): boolean {
  return step.action === 'save' || step.action === 'confirm' || REMOVES.test(step.labels.at(-1) ?? '');
}

/** The manual's front matter knows better than the words of its buttons. */
function overridden(picks: Outcome[], steps: readonly Step[], wanted: CompileOptions['outcome']): Outcome[] {
  if (!wanted) return picks;
  const present = wanted === 'added';
  if (picks.length) return picks.map((pick) => (pick.kind === 'chosen' ? { ...pick, present } : pick));
  const pick = steps.findLast(
    (step) => step.labels.length === 0 && (step.action === 'select' || step.action === 'check'),
  );
  return pick ? [{ kind: 'chosen', step: pick.id, present }] : [];
}
