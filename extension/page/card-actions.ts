import type { WalkEvent } from '../../shared/guide/index.ts';
import { copyText } from '../platform/clipboard.ts';
import { type ActiveWalk, call, callAgain } from '../platform/messages.ts';
import type { CardMore } from './card-more.ts';

/** What the buttons need of the runner. */
interface Follower {
  readonly target: Element | null;
  tell(event: WalkEvent): Promise<void>;
  take(active: ActiveWalk | null): void;
  retry(): void;
  spare(): void;
}

/** What the card's further buttons do. */
export function moreOf(runner: Follower): CardMore {
  return {
    retry: () => runner.retry(),
    skip: (missing) => void runner.tell({ type: 'skip', ...(missing && { why: 'missing' }) }),
    wayBack: () => void runner.tell({ type: 'lost' }),
    ask: () => void call('panel/open', { view: 'inquiry' }),
    spare: () => runner.spare(),
    toTarget: () => focusOn(runner.target),
    putBack: () =>
      void callAgain('walk/undo').then(
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
