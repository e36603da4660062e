import type { Edited } from './edit.ts';

/** Letters that follow one another within this time are undone in one go, in milliseconds. */
const BURST_MS = 900;
const MOST = 200;

/** Undo and redo over whole documents: they are small, and nothing can get out of step. */
export class History {
  #past: Edited[] = [];
  #future: Edited[] = [];
  #now: Edited;
  #burst: { kind: string; at: number } | null = null;

  constructor(start: Edited) {
    this.#now = start;
  }

  /** @param kind changes of one kind in a row are one step; null always begins a new one */
  record(state: Edited, kind: string | null, at = performance.now()): void {
    const joins = kind !== null && this.#burst?.kind === kind && at - this.#burst.at < BURST_MS;
    if (!joins) {
      this.#past.push(this.#now);
      if (this.#past.length > MOST) this.#past.shift();
    }
    this.#now = state;
    this.#future = [];
    this.#burst = kind === null ? null : { kind, at };
  }

  undo(): Edited | null {
    return this.#step(this.#past, this.#future);
  }

  redo(): Edited | null {
    return this.#step(this.#future, this.#past);
  }

  #step(from: Edited[], to: Edited[]): Edited | null {
    const state = from.pop();
    if (!state) return null;
    to.push(this.#now);
    this.#burst = null;
    this.#now = state;
    return state;
  }
}
