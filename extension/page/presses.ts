import type { HeldPress, WalkEvent } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { dangerAt } from './danger.ts';
import { Hold } from './hold.ts';
import type { Look } from './scene.ts';
import type { Watching } from './watch-page.ts';

/** What is needed of the runner. */
interface Following {
  readonly active: ActiveWalk | null;
  isOurs(event: Event): boolean;
  looker(active: ActiveWalk): Look;
  tell(event: WalkEvent): Promise<void>;
}

const keyOf = ({ kind, step }: Pick<HeldPress, 'kind' | 'step'>): string => `${kind} ${step}`;

/** Which presses of this page are held, and which were shown already: a save that was warned of once is not again. */
export class Presses {
  readonly #following: Following;
  /** Entries whose consequences were shown on this page, by step. */
  readonly #shown = new Map<string, string>();

  constructor(following: Following) {
    this.#following = following;
  }

  /** Has to be called before anything else listens: what is held never comes to be an act. */
  hold(watching: Watching, signal: AbortSignal): void {
    const { isOurs } = this.#following;
    const rules = {
      isOurs,
      danger: (path: Element[], flipped: boolean) => {
        const { active, looker } = this.#following;
        return active && dangerAt(path, active, () => looker(active), flipped);
      },
      isKnown: (held: HeldPress) => {
        const shown = this.#shown.get(keyOf(held));
        const warned = held.kind === 'risk' && this.#following.active?.walk.warned?.includes(held.step);
        return shown === undefined ? Boolean(warned) : shown === held.entry;
      },
      // What leaves is no step, so nothing else will say that it is decided.
      passed: ({ kind }: HeldPress) => {
        const { active, tell } = this.#following;
        if (kind === 'leave' && active?.walk.held) void tell({ type: 'spared' });
      },
      show: (held: HeldPress) => {
        this.#shown.set(keyOf(held), held.entry);
        void this.#following.tell({ type: 'held', ...held });
      },
    };
    new Hold(rules, watching, signal);
  }

  /** What was held is let be: the next press on it is held again. */
  spare(): void {
    const { held } = this.#following.active?.walk ?? {};
    if (held?.kind === 'risk') this.#shown.delete(keyOf(held));
    void this.#following.tell({ type: 'spared' });
  }

  /** Another save of the same walkthrough is another change to warn about. */
  saved(step: string): void {
    this.#shown.delete(keyOf({ kind: 'leave', step }));
  }
}
