import { useEffect, useRef } from 'preact/hooks';
import { inlineText } from '../../../shared/article/index.ts';
import { labelled } from '../../../shared/guide/index.ts';
import { Inlines } from '../../../shared/ui/article-view.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { Branch, StepRow } from '../data/step-rows.ts';
import { AgainIcon } from '../parts/page-icons.tsx';
import { useText } from '../state/use-text.ts';
import { RecordTarget } from './record-target.tsx';

export interface StepListProps {
  rows: readonly StepRow[];
  choice: { group: string; branches: Branch[] } | null;
  /** Console whose targets support may record now; null for everybody else. */
  record: string | null;
  onRedo(step: string): void;
  onBranch(group: string, branch: string): void;
}

/** All steps; the one in front stands out and is kept in view. */
export function StepList({ rows, choice, record, onRedo, onBranch }: StepListProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const current = rows.find((row) => row.state === 'current')?.step.id;
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol class="gp-step-list" ref={list} aria-label={t.panel.steps.list}>
      {rows.map((row) => (
        <li
          key={row.step.id}
          class={`gp-step gp-step-${row.state}`}
          aria-current={row.state === 'current' ? 'step' : undefined}
        >
          <span class="gp-step-sign">
            {row.state === 'done' ? <Icon name="check" size={15} /> : row.number}
          </span>
          <div class="gp-step-body">
            <span class="gj-hidden">
              {row.number}. {t.panel.steps[row.state]}
            </span>
            <StepWords row={row} />
            {row.state === 'current' && choice && (
              <Choice choice={choice} onBranch={(branch) => onBranch(choice.group, branch)} />
            )}
            {record && <RecordTarget step={row.step} console={record} number={row.number} />}
          </div>
          {(row.state === 'done' || row.state === 'skipped') && (
            <button
              type="button"
              class="gj-button gj-quiet gj-bare gp-redo"
              aria-label={`${row.number}. ${t.panel.steps.redo}`}
              title={t.panel.steps.redo}
              onClick={() => onRedo(row.step.id)}
            >
              <AgainIcon />
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepWords({ row: { step, state, already, missed } }: { row: StepRow }) {
  const t = useText();
  const open = state === 'current';
  return (
    <>
      <p class="gp-step-text">
        <Inlines nodes={step.text} />
        {step.optional && !inlineText(step.text).includes(t.common.optional) && (
          <span class="gj-tag gj-tag-quiet">{t.common.optional}</span>
        )}
        {state === 'skipped' && (
          <span class="gj-tag">{missed ? t.walk.receipt.did.missed : t.panel.steps.skipped}</span>
        )}
        {state === 'done' && already && <span class="gj-tag gj-tag-quiet">{t.walk.alreadyTag}</span>}
      </p>
      {step.danger && state !== 'done' && (
        <p class="gp-danger">
          <Icon name="warn" size={15} />
          {t.walk[step.danger]}
        </p>
      )}
      {open && step.caution && (
        <p class="gp-caution">
          <Icon name="warn" size={15} />
          <span>
            <Inlines nodes={labelled(step.caution)} />
          </span>
        </p>
      )}
      {open && step.unsure && <p class="gp-faint gp-unsure">{t.panel.steps.unsure}</p>}
    </>
  );
}

function Choice({ choice, onBranch }: { choice: { branches: Branch[] }; onBranch(branch: string): void }) {
  const t = useText();
  return (
    <fieldset class="gp-choice">
      <legend>{t.panel.steps.branch}</legend>
      {choice.branches.map(({ branch, first }, index) => (
        <button key={branch} type="button" class="gj-button" onClick={() => onBranch(branch)}>
          <span class="gp-faint">{t.panel.steps.branchOf(index + 1)}</span>
          <span>
            <Inlines nodes={first.text} />
          </span>
        </button>
      ))}
    </fieldset>
  );
}
