/** How long a page has to be still before what it lacks counts as missing. */
const STILL = 1_200;
/** A page with a clock on it is never still; this long after the step came up, what there is has to do. */
const ENOUGH = 6_000;

/** Says whether the page has stopped building itself, and comes back when it has not yet. */
export class Still {
  readonly #again: () => void;
  #changed = performance.now();
  #begun = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void, signal: AbortSignal) {
    this.#again = again;
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  changed(): void {
    this.#changed = performance.now();
  }

  /** Something else is looked for from now on. */
  begin(): void {
    this.#begun = performance.now();
    this.#changed = this.#begun;
  }

  isNow(): boolean {
    const now = performance.now();
    const left = Math.min(STILL - (now - this.#changed), ENOUGH - (now - this.#begun));
    if (document.readyState === 'complete' && left <= 0) return true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#again, Math.max(left, 100) + 20);
    return false;
  }
}
