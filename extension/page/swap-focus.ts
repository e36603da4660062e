/**
 * The focus goes over to the card, and the next time back to where on the page it was. Only at the admin's own key:
 * otherwise the focus is never moved between the two.
 */
export class SwapFocus {
  readonly #host: Element;
  readonly #root: ShadowRoot;
  #left: Element | null = null;

  constructor({ element, root }: { element: Element; root: ShadowRoot }) {
    this.#host = element;
    this.#root = root;
  }

  /** @param target where on the page to go when nothing there had the focus before */
  swap(target: () => void): void {
    // From the side panel or the address bar neither the page nor the card is to be heard from yet.
    window.focus();
    const at = document.activeElement;
    if (at === this.#host) {
      const left = this.#left;
      this.#left = null;
      if (left?.isConnected && left instanceof HTMLElement) left.focus();
      else target();
      return;
    }
    this.#left = at === document.body ? null : innermost(at);
    const find = (what: string) => this.#root.querySelector<HTMLElement>(`.card ${what}`);
    (find('[tabindex="-1"]') ?? find('button'))?.focus();
  }
}

/** Down into the page's own open shadow roots. */
function innermost(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? innermost(inner) : element;
}
