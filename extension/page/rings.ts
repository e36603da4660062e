import { type Box, follow } from './tracker.ts';

/** How sure the ring is of itself. `choice` rings carry numbers; `pick` follows the pointer. */
export type RingKind = 'sure' | 'ask' | 'choice' | 'pick';

const GAP = 4;

/** Rings around elements of the page, drawn in our own root and never in the way of a click. */
export class Rings {
  readonly #layer: HTMLElement;
  #shown: Element[] = [];
  #as = '';
  #stop = new AbortController();

  constructor(stage: HTMLElement) {
    this.#layer = document.createElement('div');
    this.#layer.className = 'rings';
    stage.append(this.#layer);
  }

  /**
   * Draws exactly these. `moved` hears where the first one is.
   * @param from number of the first one, where there are more in other frames
   */
  show(elements: Element[], kind: RingKind, moved: (box: Box | null) => void, from?: number): void {
    const as = `${kind} ${from}`;
    const same =
      as === this.#as &&
      elements.length === this.#shown.length &&
      elements.every((element, index) => element === this.#shown[index]);
    if (same) return;
    this.clear();
    this.#shown = elements;
    this.#as = as;
    for (const [index, element] of elements.entries()) {
      const ring = document.createElement('div');
      ring.className = `ring ${kind}`;
      if (kind === 'choice' && (from !== undefined || elements.length > 1))
        ring.dataset.number = String(index + (from ?? 1));
      this.#layer.append(ring);
      follow(
        element,
        ring,
        (box) => {
          // An ancestor with a transform would shift us; our own rectangle tells by how much.
          place(ring, box, this.#layer.getBoundingClientRect());
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
    this.#as = '';
  }
}

function place(ring: HTMLElement, box: Box, origin: DOMRect): void {
  ring.hidden = box.width + box.height === 0;
  if (ring.hidden) return;
  // At the very edge of the window the ring is drawn inside, or it would be cut.
  const left = Math.max(box.x - GAP, 0);
  const top = box.y >= 0 ? Math.max(box.y - GAP, 0) : box.y - GAP;
  ring.style.transform = `translate(${left - origin.x}px, ${top - origin.y}px)`;
  ring.style.width = `${box.x + box.width + GAP - left}px`;
  ring.style.height = `${box.y + box.height + GAP - top}px`;
}
