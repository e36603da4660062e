import type { HeldPress } from '../../shared/guide/index.ts';
import type { Watching } from './watch-page.ts';

export interface HoldRules {
  /** Our own overlay is never held. */
  isOurs(event: Event): boolean;
  /**
   * What the admin's press would do that should be said first; null for everything else. Asked at presses only.
   * `flipped`: the press is already at its click, and a box shows what it will be instead of what it was.
   */
  danger(path: Element[], flipped: boolean): HeldPress | null;
  /** Whether this was shown already: then the press is the admin's decision. */
  isKnown(held: HeldPress): boolean;
  /** A press that was held before goes through now. */
  passed(held: HeldPress): void;
  /** A press was held; nothing of it has reached the page. */
  show(held: HeldPress): void;
}

const PRESSES = ['pointerdown', 'mousedown', 'touchstart', 'keydown', 'click'];
const RESTS = ['pointerup', 'pointercancel', 'mouseup', 'touchend', 'keyup', 'dblclick'];
/** A second click this soon belongs to the first: nobody has read anything yet. Milliseconds. */
const DOUBLE = 500;

/**
 * Holds the admin's own first press on something dangerous, from pointer down to click, or Enter and Space, before the
 * page hears of it. The next press goes through untouched. Nothing is ever pressed by us, and what a script does is
 * none of our business.
 */
export class Hold {
  readonly #rules: HoldRules;
  /** The gesture that is being held; the rest of it must not reach the page either. */
  #holding: { held: HeldPress; key: string | null } | null = null;
  /** The press that is under way was looked at as it began, and is harmless. */
  #harmless = false;
  #last: { held: HeldPress; at: number } | null = null;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(rules: HoldRules, { hear }: Pick<Watching, 'hear'>, signal: AbortSignal) {
    this.#rules = rules;
    hear([...PRESSES, ...RESTS], (event) => this.#on(event), { passive: false });
    signal.addEventListener('abort', () => clearTimeout(this.#end), { once: true });
  }

  #on(event: Event): void {
    if (!event.isTrusted || this.#rules.isOurs(event)) return;
    if (this.#holding) this.#goOn(event, this.#holding);
    else if (PRESSES.includes(event.type)) this.#begin(event);
    else if (event.type === 'keyup') this.#harmless = false;
  }

  #begin(event: Event): void {
    const first = event.type === 'pointerdown' || event.type === 'keydown';
    if (first) this.#harmless = false;
    else if (this.#harmless) return;
    // An arrow key chooses the next radio without a press: its click is the first that is heard of it.
    if (event instanceof KeyboardEvent && !isPress(event)) return;
    const path = event.composedPath().filter((node): node is Element => node instanceof Element);
    const held = this.#rules.danger(path, event.type === 'click');
    if (!held || (this.#rules.isKnown(held) && !this.#isDouble(event, held))) {
      this.#harmless = first;
      if (held) this.#rules.passed(held);
      return;
    }
    block(event);
    if (event.type === 'click') {
      this.#finish(held);
      return;
    }
    this.#holding = { held, key: event instanceof KeyboardEvent ? event.key : null };
    // A key is held as it goes down; a press of the mouse is over with its click.
    if (event instanceof KeyboardEvent) this.#show(held);
  }

  #goOn(event: Event, { held, key }: { held: HeldPress; key: string | null }): void {
    const own = key === null ? !(event instanceof KeyboardEvent) : isSameKey(event, key);
    if (!own) {
      // Something else has begun: the press has come to nothing.
      if (key !== null) this.#holding = null;
      return;
    }
    block(event);
    if (event.type === 'keyup' || event.type === 'pointercancel') this.#holding = null;
    if (event.type === 'click') this.#finish(held);
    // Where the button goes up elsewhere no click comes.
    if (event.type === 'pointerup' || event.type === 'touchend') {
      clearTimeout(this.#end);
      this.#end = setTimeout(() => this.#holding && this.#finish(held), 80);
    }
  }

  #finish(held: HeldPress): void {
    clearTimeout(this.#end);
    this.#holding = null;
    this.#show(held);
  }

  #show(held: HeldPress): void {
    this.#last = { held, at: performance.now() };
    this.#rules.show(held);
  }

  /** The second half of a double click. What is no mouse says nothing of that, so the clock has to. */
  #isDouble(event: Event, held: HeldPress): boolean {
    const { step, entry } = this.#last?.held ?? {};
    if (step !== held.step || entry !== held.entry) return false;
    if (event instanceof KeyboardEvent) return event.repeat;
    const soon = performance.now() - (this.#last?.at ?? 0) < DOUBLE;
    return soon && event instanceof MouseEvent && event.detail > 1;
  }
}

const isPress = (event: KeyboardEvent): boolean =>
  event.type === 'keydown' && (event.key === 'Enter' || event.key === ' ') && !event.isComposing;

const isSameKey = (event: Event, key: string): boolean => event instanceof KeyboardEvent && event.key === key;

function block(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
