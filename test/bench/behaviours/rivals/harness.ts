/** What every library's page script offers to the bench. */
export interface Tour {
  start(stops: { selector: string; label: string }[]): void;
  end(): void;
  /** 1-based; 0 when it is over. */
  at(): number;
}

export const offer = (tour: Tour): void => {
  (globalThis as unknown as { tour: Tour }).tour = tour;
};

/**
 * The element behind a selector, as a careful caller would find it: through open shadow roots and frames of the same
 * origin. Libraries look in the document only.
 */
export function reach(selector: string, root: ParentNode = document): Element | null {
  const own = root.querySelector(selector);
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? innerDocument(element);
    const found = inner && reach(selector, inner);
    if (found) return found;
  }
  return null;
}

function innerDocument(element: Element): Document | null {
  return element instanceof HTMLIFrameElement ? element.contentDocument : null;
}
