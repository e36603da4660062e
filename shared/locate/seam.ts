/**
 * What the locator may ask its host to open for it. Without a seam it enters open shadow roots and no frames.
 */
export interface Seam {
  /** The shadow root of an element, also a closed one (an extension can ask the browser for it). */
  shadow?: (element: Element) => ShadowRoot | null;
  /** The document of a same-origin frame; null where it may not be entered. */
  frame?: (element: Element) => Document | null;
  /** True for what is not part of the console, such as our own overlay. */
  ignore?: (element: Element) => boolean;
}

export type Root = Document | ShadowRoot | Element;

/** Tags that hold no person-visible interface of their own. */
const SILENT = new Set('script style link meta template noscript head title base source datalist'.split(' '));

export function silent(tag: string): boolean {
  return SILENT.has(tag);
}

/** Every element under `root` in document order, through shadow roots and, by the seam, through frames. */
export function elementsUnder(root: Root, seam: Seam = {}): Element[] {
  const found: Element[] = [];
  collect(root, seam, found, new Set([root]));
  return found;
}

function collect(root: Root, seam: Seam, found: Element[], seen: Set<Root>): void {
  if (root.nodeType === 1) found.push(root as Element);
  let skipped: Element | null = null;
  for (const element of root.querySelectorAll('*')) {
    if (skipped?.contains(element)) continue;
    if (silent(element.localName)) continue;
    if (seam.ignore?.(element)) {
      skipped = element;
      continue;
    }
    found.push(element);
    const inner = innerRoot(element, seam);
    if (!inner || seen.has(inner)) continue; // a seam may answer the same twice
    seen.add(inner);
    collect(inner, seam, found, seen);
  }
}

/** What can have a shadow root without a name of its own. */
const HOST = /^(?:article|aside|blockquote|body|div|footer|h\d|header|main|nav|p|section|span)$/;

/** Whether an element of that tag can have a tree behind it. */
export function mayHoldTree(tag: string): boolean {
  return HOST.test(tag) || /-|^i?frame$/.test(tag);
}

/** The tree behind an element that its own children do not show; undefined when it is no door to any. */
export function innerRoot(element: Element, { shadow, frame }: Seam): Root | null | undefined {
  const tag = element.localName;
  try {
    if (/^i?frame$/.test(tag)) return frame?.(element);
    const open = element.shadowRoot;
    return open ?? (shadow && mayHoldTree(tag) ? shadow(element) : tag.includes('-') ? null : undefined);
  } catch {
    return null; // a frame of another origin
  }
}

export function documentOf(root: Root): Document | null {
  return root.nodeType === 9 ? (root as Document) : root.ownerDocument;
}

/** The parent in the tree that a person sees: out of a shadow root to its host. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  return parent?.nodeType === 1 ? (parent as Element) : ((parent as ShadowRoot | null)?.host ?? null);
}

/** `Element.closest` through shadow roots. */
export function closestOf(element: Element, selector: string): Element | null {
  const host = (element.getRootNode() as ShadowRoot).host;
  return element.closest(selector) ?? (host ? closestOf(host, selector) : null);
}

export function contains(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}
