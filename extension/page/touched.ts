import type { Reading } from '../../shared/guide/index.ts';
import { concerns, readingOf } from './reading.ts';
import type { Watching } from './watch-page.ts';

/** All that comes before a control changes: a press, a key, a paste. */
const TOUCHES = ['pointerdown', 'mousedown', 'keydown', 'beforeinput'];

/**
 * What the settings of a guide show right before the admin's hand is on them. A look at the page may be older than
 * what the page has filled in since; this is not.
 */
export class Touched {
  #controls: ReadonlyMap<string, Element> = new Map();
  readonly #before = new Map<string, Reading>();

  listen({ hear }: Pick<Watching, 'hear'>): void {
    hear(TOUCHES, (event) => this.#onTouch(event));
  }

  /** The controls that the last look has found, by step. */
  watch(controls: ReadonlyMap<string, Element>): void {
    this.#controls = controls;
  }

  before(step: string): Reading | null {
    return this.#before.get(step) ?? null;
  }

  #onTouch(event: Event): void {
    if (!event.isTrusted || this.#controls.size === 0) return;
    const path = event.composedPath().filter((node): node is Element => node instanceof Element);
    for (const [step, control] of this.#controls) {
      if (this.#before.has(step) || !concerns(path, control)) continue;
      const reading = readingOf(control);
      if (reading) this.#before.set(step, reading);
    }
  }
}
