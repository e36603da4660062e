import { browser } from './browser.ts';

/** Elements that may carry a shadow root (DOM standard, `attachShadow`), besides custom elements. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Chromium */
interface Opener {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

/** Firefox shows it to extensions as a property. */
type Open = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element of the page, also a closed one; null where there is none. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = element.shadowRoot ?? (element as Open).openOrClosedShadowRoot;
  if (open) return open;
  const name = element.localName;
  if (!HOSTS.has(name) && !name.includes('-')) return null;
  return (browser as unknown as Opener).dom?.openOrClosedShadowRoot(element) ?? null;
}
