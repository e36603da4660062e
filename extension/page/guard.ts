import type { Trouble } from '../platform/messages.ts';
import type { Host } from './host.ts';

/** So many mendings within so many milliseconds are a fight, and a fight is lost to the page's own side. */
const FIGHTS = 6;
const WHILE = 5_000;
/** How long something may look wrong before it is believed: pages animate. */
const PATIENCE = 700;

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Intersection Observer v2, Chromium: nothing over it, nothing that distorts it. */
  isVisible?: boolean;
}

/**
 * Keeps our host usable on a page that is careless, and notices one that means harm: then `retire` is called, once.
 * Works on events only; while nothing happens, it does nothing.
 */
export class Guard {
  readonly #host: Host;
  readonly #card: HTMLElement;
  readonly #retire: (why: Trouble) => void;
  readonly #signal: AbortSignal;
  #mended: number[] = [];
  /** As the browser last said; null while it has not, or cannot. */
  #visible: boolean | null = null;
  #wasVisible = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, card: HTMLElement, retire: (why: Trouble) => void, signal: AbortSignal) {
    this.#host = host;
    this.#card = card;
    this.#retire = retire;
    this.#signal = signal;
    const touched = new MutationObserver(() => this.check());
    touched.observe(host.element, { attributes: true });
    const seen = new IntersectionObserver((entries) => this.#look(entries.at(-1)), {
      threshold: [0, 1],
      trackVisibility: true,
      delay: 100,
    } as IntersectionObserverInit);
    seen.observe(card);
    // Whatever comes into the top layer after us lies over us.
    const came = (event: Event) => event.target !== host.element && this.#came(event);
    for (const type of ['toggle', 'fullscreenchange'])
      document.addEventListener(type, came, { capture: true, passive: true, signal });
    host.element.addEventListener('toggle', () => this.check(), { signal });
    // What is not seen must not be clicked.
    card.addEventListener('click', (event) => this.#stop(event), { capture: true, signal });
    signal.addEventListener(
      'abort',
      () => {
        touched.disconnect();
        seen.disconnect();
        clearTimeout(this.#timer);
      },
      { once: true },
    );
  }

  /** Mends what the page has done to our host. */
  check(): void {
    const { element } = this.#host;
    if (this.#signal.aborted) return;
    const harmed =
      !element.isConnected || element.attributes.length !== 1 || !element.matches(':popover-open');
    this.#host.rise();
    if (harmed) this.#mend();
    if (!this.#isReached() || isFiltered()) this.#doubt();
  }

  #came(event: Event): void {
    const { newState } = event as ToggleEvent;
    if (newState === 'closed') {
      this.#host.rise();
      return;
    }
    const over = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
    this.#host.surface();
    if (over && overlap(over, this.#card.getBoundingClientRect())) this.#mend();
  }

  #mend(): void {
    const now = performance.now();
    this.#mended = [...this.#mended.filter((time) => now - time < WHILE), now];
    if (this.#mended.length > FIGHTS) this.#giveUp('fought');
  }

  #look(entry: VisibilityEntry | undefined): void {
    if (!entry || entry.isVisible === undefined) return;
    this.#visible = entry.isVisible;
    this.#wasVisible ||= entry.isVisible;
    if (!entry.isVisible && this.#wasVisible && this.#card.childElementCount > 0) this.#doubt();
  }

  /** Once more on top; and when that has not helped, away. */
  #doubt(): void {
    if (this.#timer !== undefined || document.visibilityState !== 'visible') return;
    this.#host.surface();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#card.childElementCount === 0) return;
      if (!this.#isReached()) this.#giveUp('covered');
      else if (this.#isUnseen() || isFiltered()) this.#giveUp('unseen');
    }, PATIENCE);
  }

  #isUnseen = (): boolean => this.#wasVisible && this.#visible === false;

  #stop(event: Event): void {
    if (event.isTrusted && !this.#isUnseen()) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  /** Whether a click on the card would be ours. */
  #isReached(): boolean {
    if (this.#card.childElementCount === 0) return true;
    const { element } = this.#host;
    const { x, y, width } = this.#card.getBoundingClientRect();
    const tree = element.getRootNode() as Document | ShadowRoot;
    return [0.25, 0.5, 0.75].some((at) => tree.elementFromPoint(x + width * at, y + 18) === element);
  }

  #giveUp(why: Trouble): void {
    if (!this.#signal.aborted) this.#retire(why);
  }
}

/** Firefox draws the top layer through a filter of the root element, and knows no `isVisible`. */
function isFiltered(): boolean {
  const { filter } = getComputedStyle(document.documentElement);
  return [...filter.matchAll(/opacity\(([\d.]+)\)/g)].some(([, share]) => Number(share) < 0.6);
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
