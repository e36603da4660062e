import { shadowOf } from '../platform/shadow.ts';

/** A tree of the page: its document, or a shadow root that does not let everything out. */
type Tree = Node & { querySelectorAll: ParentNode['querySelectorAll'] };

export interface Watching {
  /** Also these trees from now on. */
  at(trees: readonly Tree[]): void;
  /** Hears trusted and untrusted events of every watched tree, each once, in the capture phase. */
  hear(types: readonly string[], listen: (event: Event) => void, options?: { passive: boolean }): void;
}

const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'inert',
  'open',
  'disabled',
  'checked',
  'aria-expanded',
  'aria-selected',
  'aria-checked',
  'aria-hidden',
  'aria-busy',
];
/** A choice changes a property, not the tree; and a page may move its menus by focus and hover alone. */
const SIGNS = ['change', 'click', 'toggle', 'transitionend', 'load', 'fullscreenchange'];

/**
 * Calls `changed` when the page has changed in a way that may matter, not more than once every `rest`
 * milliseconds, and always once after the last change. Nothing runs while nothing changes.
 */
export function watchPage(changed: () => void, rest: number, signal: AbortSignal): Watching {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const soon = () => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        changed();
      },
      Math.max(30, rest - (performance.now() - last)),
    );
  };
  const observer = new MutationObserver(soon);
  const trees = new Set<Tree>();
  const joins: ((tree: Tree) => void)[] = [];
  const join = (tree: Tree) => {
    if (trees.has(tree) || signal.aborted) return;
    trees.add(tree);
    for (const each of joins) each(tree);
  };
  const eachTree = (act: (tree: Tree) => void) => {
    joins.push(act);
    for (const tree of trees) act(tree);
  };
  eachTree((tree) => {
    const filter = { attributes: true, attributeFilter: ATTRIBUTES };
    observer.observe(tree, { subtree: true, childList: true, characterData: true, ...filter });
    for (const type of SIGNS) tree.addEventListener(type, soon, { capture: true, passive: true, signal });
  });
  join(document);
  document.addEventListener('visibilitychange', soon, { passive: true, signal });
  for (const type of ['resize', 'hashchange', 'popstate', 'pageshow'])
    window.addEventListener(type, soon, { passive: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  return {
    at: (more) => {
      for (const tree of more) join(tree);
    },
    hear(types, listen, { passive } = { passive: true }) {
      const once = (event: Event) => {
        if (isInnermost(event, trees)) listen(event);
      };
      eachTree((tree) => {
        for (const type of types) tree.addEventListener(type, once, { capture: true, passive, signal });
      });
    },
  };
}

/**
 * Whether no watched tree further in will hear of this event. Outside of a closed root only its host is told, and
 * a `change` never leaves its root at all.
 */
function isInnermost(event: Event, trees: ReadonlySet<Node>): boolean {
  const [first] = event.composedPath();
  if (!(first instanceof Element)) return true;
  const home = first.getRootNode();
  if (home !== event.currentTarget && trees.has(home)) return false;
  const inner = shadowOf(first);
  if (!inner || !trees.has(inner)) return true;
  // The edge of a host is nobody's but its own.
  return event instanceof MouseEvent && !inner.contains(inner.elementFromPoint(event.clientX, event.clientY));
}
