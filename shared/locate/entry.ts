/** What a survey knows of a page and of everything on it. */
import type { Kind } from './kind.ts';
import type { Root, Seam } from './seam.ts';

export type Landmark = '' | 'dialog' | 'nav' | 'header' | 'footer' | 'aside';

/** One row of a list of data. Its words are somebody's; only `key`, a blurred hash, leaves the page. */
export interface Row {
  element: Element;
  /** Folded text of the first cell with words. */
  key: string;
  /** Rows before it. */
  at: number;
}

export interface Entry {
  element: Element;
  kind: Kind;
  tag: string;
  /** Place in document order among all elements. */
  at: number;
  /** What it is called, as shown. */
  name: string;
  /** Folded name; the unit that names are compared by. */
  key: string;
  label: string;
  before: string;
  after: string;
  /** Nearest headings before it, nearest first. */
  heads: string[];
  column: string;
  landmark: Landmark;
  row: Row | null;
  /** Place among the interactive entries, for neighbours; between two of them for the others. */
  turn: number;
  /** The form, list or table that it stands in. */
  box: Box;
  /** Place among the controls of its box. */
  slot: number;
  /** Place among the entries of its kind. */
  rank: number;
  /** Rank among entries of the same kind and key, and how many there are. */
  nth: number;
  same: number;
  hidden: boolean;
}

/** A container and the number of controls that stand in it directly or in boxes without a role. */
export interface Box {
  count: number;
}

export interface Survey {
  entries: Entry[];
  byElement: Map<Element, Entry>;
  /** Interactive entries in order. */
  turns: Entry[];
  /** Folded names and labels that occur anywhere. */
  words: Set<string>;
  /** Documents and shadow roots that were entered, the given root first. */
  roots: Root[];
  /** Elements that may hold a tree of their own, and the tree. */
  doors: [Element, Root | null][];
  /** How it was looked at. */
  seam: Seam;
  /** Number of entries of each kind. */
  kinds: Map<string, number>;
  /** Number of elements. */
  size: number;
  language: string;
  /** Changes when anything in structure or wording changes. */
  shape: number;
}
