import type { Step, WalkEvent } from '../../shared/guide/index.ts';
import { copyText } from '../platform/clipboard.ts';
import { type ActiveWalk, call, callAgain } from '../platform/messages.ts';

/** What the card's buttons do. */
export interface CardActions {
  next(): void;
  back(): void;
  /** Leaves the step out; one that the page does not show counts as failed, not as declined. */
  skip(missing: boolean): void;
  pause(): void;
  list(): void;
  /** The whole manual, in the side panel. */
  read(): void;
  answer(yes: boolean): void;
  branch(id: string): void;
  reload(): void;
  /** Back to where the value is set, when reading back showed that it was not saved. */
  again(): void;
  finish(): void;
  /** Looks at the page anew. */
  retry(): void;
  /** Re-opens the way to where the step happens. */
  wayBack(): void;
  /** The inquiry form, in the side panel. */
  ask(): void;
  /** Lets be what was held. */
  spare(): void;
  /** Moves the focus to the step's target on the page. */
  toTarget(): void;
  putBack(): void;
  /** The guide as it is published now, from its first step. */
  anew(): void;
  /** Resolves to false where the browser does not let us. */
  copy(text: string, from: Element): Promise<boolean>;
}

/** What the buttons need of the runner. */
interface Follower {
  readonly active: ActiveWalk | null;
  readonly step: Step | null;
  readonly target: Element | null;
  tell(event: WalkEvent): Promise<void>;
  take(active: ActiveWalk | null): void;
  ask(): Promise<void>;
  retry(): void;
  spare(): void;
}

/** @param answer the admin's word on what was asked; the target may be in a frame, which the runner does not see */
export function cardActions(runner: Follower, answer: (yes: boolean) => void): CardActions {
  return {
    next: () => void runner.tell({ type: 'next' }),
    back: () => void runner.tell({ type: 'back' }),
    skip: (missing) => void runner.tell({ type: 'skip', ...(missing && { why: 'missing' }) }),
    pause: () => void runner.tell({ type: 'pause' }),
    finish: () => void runner.tell({ type: 'pause' }),
    list: () => void call('panel/open', { view: 'steps' }),
    read: () => {
      const article = runner.active?.guide.article;
      if (article) void call('panel/open', { view: 'article', article });
    },
    answer,
    branch: (branch) => {
      const [group] = runner.step?.alternative?.split('.') ?? [];
      if (group) void runner.tell({ type: 'branch', group, branch });
    },
    reload: () => location.reload(),
    again: () => {
      const first = runner.active?.guide.outcome[0]?.step;
      if (first) void runner.tell({ type: 'goto', step: first });
    },
    retry: () => runner.retry(),
    wayBack: () => void runner.tell({ type: 'lost' }),
    ask: () => void runner.ask(),
    spare: () => runner.spare(),
    toTarget: () => focusOn(runner.target),
    putBack: () =>
      void callAgain('walk/undo').then(
        (active) => active && runner.take(active),
        () => undefined,
      ),
    anew: () =>
      void call('walk/anew').then(
        (active) => active && runner.take(active),
        () => undefined,
      ),
    copy: copyText,
  };
}

const FOCUSABLE =
  'a[href],button,input,select,textarea,summary,[tabindex]:not([tabindex="-1"]),[contenteditable="true"]';

/** The focus goes to the page because the admin has asked for it, and to what takes it there. */
function focusOn(target: Element | null): void {
  const inside = target?.matches(FOCUSABLE)
    ? target
    : (target?.querySelector(FOCUSABLE) ?? target?.closest(FOCUSABLE));
  if (inside instanceof HTMLElement) inside.focus();
}
