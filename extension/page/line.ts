import type { WalkEvent } from '../../shared/guide/index.ts';
import { type ActiveWalk, call, callAgain, onNotice } from '../platform/messages.ts';

/** Events that may be told twice without harm. `next` said twice would leave out a step. */
const TWICE = new Set<WalkEvent['type']>([
  'did',
  'holds',
  'seen',
  'goto',
  'branch',
  'held',
  'spared',
  'said',
  'proved',
  'pause',
  'resume',
]);

/** The line to the background, which alone knows how things stand: what it says, and what it is told. */
export class Line {
  readonly #heard: (active: ActiveWalk | null) => void;
  readonly #lost: () => void;

  /** @param lost nobody answers any more: the extension was updated or taken away under us */
  constructor(heard: (active: ActiveWalk | null) => void, lost: () => void) {
    this.#heard = heard;
    this.#lost = lost;
  }

  /** Listens from now on, and resolves when it has been said how things stand. */
  open(signal: AbortSignal): Promise<void> {
    onNotice((notice) => {
      if (notice.notice === 'walk') this.#heard(notice.active);
    }, signal);
    return this.#ask();
  }

  async tell(event: WalkEvent): Promise<void> {
    try {
      this.#heard(await (TWICE.has(event.type) ? callAgain('walk/event', event) : call('walk/event', event)));
    } catch {
      // The answer was lost, or there is nobody to give one.
      await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    try {
      this.#heard(await callAgain('walk/state'));
    } catch {
      this.#lost();
    }
  }
}
