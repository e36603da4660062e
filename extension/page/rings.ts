import { type Box, follow } from './tracker.ts';

/** How sure the ring is of itself. `choice` rings carry numbers; `pick` follows the pointer. */
export type RingKind = 'sure' | 'ask' | 'choice' | 'pick';

const GAP = 4;

/** Rings around elements of the page, drawn in our own root and never in the way of a click. */
export class Rings {
  readonly #layer: HTMLElement;
  readonly #host: HTMLElement;
  #shown: Element[] = [];
  #kind: RingKind | null = null;
  #stop = new AbortController();

  constructor(root: ShadowRoot, host: HTMLElement) {
    this.#host = host;
    this.#layer = document.createElement('div');
    this.#layer.className = 'rings';
    root.append(this.#layer);
  }

  /** Draws exactly these. `moved` hears where the first one is. */
  show(elements: Element[], kind: RingKind, moved: (box: Box | null) => void): void {
    const same =
      kind === this.#kind &&
      elements.length === this.#shown.length &&
      elements.every((element, index) => element === this.#shown[index]);
    if (same) return;
    this.clear();
    this.#shown = elements;
    this.#kind = kind;
    for (const [index, element] of elements.entries()) {
      const ring = document.createElement('div');
      ring.className = `ring ${kind}`;
      if (kind === 'choice' && elements.length > 1) ring.dataset.number = String(index + 1);
      this.#layer.append(ring);
      follow(
        element,
        ring,
        (box) => {
          // An ancestor with a transform would shift us; our own rectangle tells by how much.
          const origin = this.#host.getBoundingClientRect();
          place(ring, box, origin);
          if (index === 0) moved(box.width + box.height > 0 ? box : null);
        },
        this.#stop.signal,
      );
    }
    if (elements.length === 0) moved(null);
  }

  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#layer.replaceChildren();
    this.#shown = [];
    this.#kind = null;
  }
}

function place(ring: HTMLElement, box: Box, origin: DOMRect): void {
  ring.hidden = box.width + box.height === 0;
  // At the very edge of the window the ring is drawn inside, or it would be cut.
  const left = Math.max(box.x - GAP, 0);
  ring.style.transform = `translate(${left - origin.x}px, ${box.y - GAP - origin.y}px)`;
  ring.style.width = `${box.x + box.width + GAP - left}px`;
  ring.style.height = `${box.height + GAP * 2}px`;
}
