/** What selectors do: Playwright's generator, @medv/finder, Chrome Recorder's list, XPath, role and name. */

import { kindOf as kindBy } from '../../../../../shared/locate/kind.ts';
import { nameOf } from './name.ts';
import { xpathOf } from './similo.ts';

const kindOf = (element: Element): string => kindBy(element.localName, element, element.getAttribute('role'));

export interface Rival<Kept = unknown> {
  name: string;
  fresh?(): void;
  capture(element: Element, document: Document): Kept;
  locate(kept: Kept, document: Document): Element | null;
}

const guarded = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** Only a selector that matches one element answers; Playwright calls more an error. */
const sole = (all: Element[] | null): Element | null => (all?.length === 1 ? all[0]! : null);

function byXpath(document: Document, path: string): Element | null {
  const found = guarded(
    () => document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue,
  );
  return (found as Element | null) ?? null;
}

/** The injected script of playwright-core, one for each document. */
interface Injected {
  generateSelectorSimple(element: Element): string;
  parseSelector(selector: string): unknown;
  querySelectorAll(parsed: unknown, root: Node): Element[];
}
const injectedFor = new WeakMap<Document, Injected>();
function injected(document: Document): Injected {
  let one = injectedFor.get(document);
  if (!one) {
    one = (globalThis as unknown as { playwrightFor(view: unknown): Injected }).playwrightFor(
      document.defaultView,
    );
    injectedFor.set(document, one);
  }
  return one;
}

type Finder = (element: Element, options: object) => string;
const finder: Finder = (element, options) =>
  (globalThis as unknown as { medvFinder: { finder: Finder } }).medvFinder.finder(element, options);

export const rivals: Rival<never>[] = [
  {
    name: 'full XPath',
    capture: (element) => xpathOf(element, false),
    locate: (kept: string, document) => byXpath(document, kept),
  } as Rival<string> as Rival<never>,
  {
    name: 'id-relative XPath',
    capture: (element) => xpathOf(element, true),
    locate: (kept: string, document) => byXpath(document, kept),
  } as Rival<string> as Rival<never>,
  {
    name: 'role + exact name, strict',
    capture: (element) => ({ kind: kindOf(element), name: nameOf(element) }),
    locate: (kept: { kind: string; name: string }, document) =>
      kept.name
        ? sole(
            Array.from(document.querySelectorAll('*')).filter(
              (one) => kindOf(one) === kept.kind && nameOf(one) === kept.name,
            ),
          )
        : null,
  } as Rival<{ kind: string; name: string }> as unknown as Rival<never>,
  {
    name: '@medv/finder, defaults',
    capture: (element, document) => guarded(() => finder(element, { root: document.body, timeoutMs: 150 })),
    locate: (kept: string | null, document) => (kept ? guarded(() => document.querySelector(kept)) : null),
  } as Rival<string | null> as unknown as Rival<never>,
  {
    name: '@medv/finder, ids + name + href',
    capture: (element, document) =>
      guarded(() =>
        finder(element, {
          root: document.body,
          timeoutMs: 150,
          idName: () => true,
          attr: (name: string) => name === 'name' || name === 'href',
        }),
      ),
    locate: (kept: string | null, document) => (kept ? guarded(() => document.querySelector(kept)) : null),
  } as Rival<string | null> as unknown as Rival<never>,
  {
    name: 'Playwright generator, strict',
    capture: (element, document) => guarded(() => injected(document).generateSelectorSimple(element)),
    locate: (kept: string | null, document) =>
      kept
        ? sole(
            guarded(() =>
              injected(document).querySelectorAll(injected(document).parseSelector(kept), document),
            ),
          )
        : null,
  } as Rival<string | null> as unknown as Rival<never>,
  {
    name: 'Recorder list, first hit',
    capture: (element, document) => ({
      kind: kindOf(element),
      aria: nameOf(element),
      css: guarded(() =>
        finder(element, { root: document.body, timeoutMs: 150, attr: (name: string) => /^data-/.test(name) }),
      ),
      xpath: xpathOf(element, true),
      text: (element.textContent ?? '').trim().slice(0, 64),
    }),
    locate: (
      kept: { kind: string; aria: string; css: string | null; xpath: string; text: string },
      document,
    ) => {
      if (kept.aria) {
        const hit = Array.from(document.querySelectorAll('*')).find(
          (one) => kindOf(one) === kept.kind && nameOf(one) === kept.aria,
        );
        if (hit) return hit;
      }
      const css = kept.css ? guarded(() => document.querySelector(kept.css!)) : null;
      if (css) return css;
      const path = byXpath(document, kept.xpath);
      if (path) return path;
      return kept.text
        ? (Array.from(document.querySelectorAll('a,button,label,span,td,th,h1,h2,h3,h4')).find(
            (one) => (one.textContent ?? '').trim() === kept.text,
          ) ?? null)
        : null;
    },
  } as Rival<{
    kind: string;
    aria: string;
    css: string | null;
    xpath: string;
    text: string;
  }> as unknown as Rival<never>,
];
