/** What is known of a whole page: its entries in order, and what only all of them together tell. */
import type { Entry, Gathered } from './entry.ts';
import type { Kind } from './kind.ts';
import { languageOf } from './language.ts';
import { documentOf, innerRoot, type Root, type Seam } from './seam.ts';
import { walk } from './walk.ts';

export class Survey implements Gathered {
  readonly seam: Seam;
  readonly roots: Root[];
  readonly doors: Gathered['doors'] = [];
  readonly entries: Entry[] = [];
  readonly byElement = new Map<Element, Entry>();
  readonly turns: Entry[] = [];
  readonly kinds = new Map<Kind, number>();
  readonly labelFor = new Map<string, string>();
  size = 0;
  speech = '';
  readonly #groups = new Map<Kind, Map<string, Entry[]>>();
  #language: string | undefined;

  constructor(root: Root, seam: Seam) {
    this.seam = seam;
    this.roots = [root];
    walk(root, this);
  }

  get language(): string {
    this.#language ??= languageOf(
      this.speech,
      documentOf(this.roots[0]!)?.documentElement?.getAttribute('lang'),
    );
    return this.#language;
  }

  group(one: Entry): Entry[] {
    let groups = this.#groups.get(one.kind);
    if (!groups) {
      groups = Map.groupBy(
        this.entries.filter(({ kind }) => kind === one.kind),
        ({ likeness }) => likeness,
      );
      this.#groups.set(one.kind, groups);
    }
    return groups.get(one.likeness)!;
  }
}

export function survey(root: Root, seam: Seam = {}): Survey {
  return new Survey(root, seam);
}

const seen = new WeakMap<Root, { page: Survey; watch: MutationObserver }>();

/**
 * A survey of a page that may be handed to `find`, `locate`, `explain`, `capture` and `signs`. The last one of every
 * root is kept until anything in it changes: a second look at the same page costs nothing.
 */
export function look(root: Root | Survey, seam: Seam = {}): Survey {
  if (root instanceof Survey) return root;
  const last = seen.get(root);
  if (last) {
    const { page, watch } = last;
    const still =
      !watch.takeRecords().length &&
      page.seam.ignore === seam.ignore &&
      page.seam.shadow === seam.shadow &&
      page.seam.frame === seam.frame &&
      page.doors.every(([door, inner]) => (innerRoot(door, seam) ?? null) === inner);
    if (still) return page;
    watch.disconnect();
    seen.delete(root);
  }
  const page = new Survey(root, seam);
  const Watch = documentOf(root)?.defaultView?.MutationObserver;
  if (Watch) {
    const watch = new Watch(() => {
      watch.disconnect();
      seen.delete(root);
    });
    for (const one of page.roots)
      watch.observe(one, { subtree: true, childList: true, attributes: true, characterData: true });
    seen.set(root, { page, watch });
  }
  return page;
}
