import type { Step } from '../../shared/guide/index.ts';
import { capture } from '../../shared/locate/index.ts';
import { type ActiveWalk, call } from '../platform/messages.ts';
import { type Sighting, seamOf } from './scene.ts';

/** What only stands in the way now is no fault of the manual's words. */
const IN_THE_WAY = ['behind-dialog', 'disabled', 'covered'];

/** The admin's word on what a step means: confirmed, refused, or pointed at by using it. */
export class Answers {
  readonly #ignore: (element: Element) => boolean;
  readonly #taken: (active: ActiveWalk) => void;
  readonly #confirmed = new Map<string, Element>();
  readonly #refused = new WeakSet<Element>();

  /** @param taken is told how things stand once an answer has been kept */
  constructor(ignore: (element: Element) => boolean, taken: (active: ActiveWalk) => void) {
    this.#ignore = ignore;
    this.#taken = taken;
  }

  /** Our own overlay, and what the admin has said is not meant. */
  readonly passOver = (element: Element): boolean => this.#ignore(element) || this.#refused.has(element);

  isConfirmed({ step, match }: Sighting): boolean {
    return match.element !== null && this.#confirmed.get(step.id) === match.element;
  }

  give(yes: boolean, { step, match }: Sighting): void {
    const target = match.element;
    if (target && yes) {
      this.#confirmed.set(step.id, target);
      const reason = match.verdict === 'certain' ? 'unsure' : match.reason;
      if (!IN_THE_WAY.includes(reason) && match.segment === step.labels.length - 1)
        void this.keep(step, match.control ?? target, reason);
    }
    if (target && !yes) this.#refused.add(target);
  }

  /** The admin has pointed at what a step means: kept, so that it need not be asked again. */
  async keep(step: Step, element: Element, reason: string): Promise<void> {
    try {
      const fingerprint = JSON.stringify(capture(element, document, seamOf(this.#ignore)));
      const active = await call('walk/repair', { step: step.id, fingerprint, reason });
      if (active) this.#taken(active);
    } catch {
      // Then it is asked again next time; the walkthrough goes on.
    }
  }
}
