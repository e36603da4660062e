import { type Lang, pickLang } from '../shared/ui/text/lang.ts';
import type { Spoken } from './draw.ts';
import { speak } from './speak.ts';

// Apart from `new URL(…)`, where Vite would take the folder for a file to inline.
const SCRIPT = import.meta.url;

/** What a face brings along once it is loaded: how to draw itself into the closed root, and how to leave it. */
export interface Face {
  draw(element: GiljabiElement, root: ShadowRoot, spoken: Spoken): void;
  clear(root: ShadowRoot): void;
}

/**
 * What our elements have in common: a closed root, a language, the bundle's address, and events on the host. It holds
 * no view: a page that never shows an element loads this file and nothing else.
 */
export abstract class GiljabiElement extends HTMLElement {
  static observedAttributes = ['lang', 'bundle'];
  #root = this.attachShadow({ mode: 'closed' });
  #turn = 0;

  /** Imports the face, and what it says at first; called when the element is on a page. */
  protected abstract load(lang: Lang): Promise<[Face, ...Spoken['texts'][]]>;

  connectedCallback(): void {
    void this.#draw();
  }

  disconnectedCallback(): void {
    // Moving an element disconnects and connects it in one go: only a real removal clears it.
    queueMicrotask(async () => {
      if (this.isConnected) return;
      const [face] = await this.load(this.#lang);
      if (!this.isConnected) face.clear(this.#root);
    });
  }

  /** The caret goes into the first field: a page may bind a key to it, and the root is closed. */
  override focus(options?: FocusOptions): void {
    this.#root.querySelector<HTMLElement>('input, textarea')?.focus(options);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#draw();
  }

  async #draw(): Promise<void> {
    const turn = ++this.#turn;
    const lang = this.#lang;
    const [face, texts] = await this.load(lang);
    if (turn === this.#turn && this.isConnected)
      face.draw(this, this.#root, { lang, texts: texts!, more: () => speak(lang, 'later') });
  }

  /** Its own `lang`, else the page's around it, else the browser's. */
  get #lang(): Lang {
    const near = this.closest('[lang]')?.getAttribute('lang');
    return pickLang(near ? [near] : navigator.languages);
  }

  /** Where the bundle is: the `bundle` attribute, else `bundle/` beside the script. Always ends in `/`. */
  get bundleAddress(): string {
    const given = this.getAttribute('bundle');
    const url = given ? new URL(given, document.baseURI) : new URL('./bundle/', SCRIPT);
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  }

  /** `giljabi:<name>` on the element itself; false when a listener prevented it. */
  tell(name: string, detail: Record<string, unknown>): boolean {
    return this.dispatchEvent(
      new CustomEvent(`giljabi:${name}`, { detail, bubbles: true, cancelable: true }),
    );
  }
}
