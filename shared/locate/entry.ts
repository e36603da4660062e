/** One thing on a page and what it can be known by. What costs is worked out when it is asked for. */
import { isInteractive, type Kind } from './kind.ts';
import { byIds, type Landmark, said } from './look.ts';
import { squeeze } from './name.ts';
import type { Root, Seam } from './seam.ts';
import { fold } from './words.ts';

/** One row of a list of data. Its words are somebody's; only `key`, a blurred hash, leaves the page. */
export interface Row {
  element: Element;
  /** Folded text of the first cell with words. */
  key: string;
  /** Rows before it. */
  at: number;
}

/** A container and the number of controls that stand in it directly or in boxes without a role. */
export interface Box {
  count: number;
}

/** What a walk gathers of a page, for its entries and for all who look at it. */
export interface Gathered {
  /** How it was looked at. */
  seam: Seam;
  /** Documents and shadow roots that were entered, the given root first. */
  roots: Root[];
  /** Elements that may hold a tree of their own, and the tree. */
  doors: [Element, Root | null][];
  entries: Entry[];
  byElement: Map<Element, Entry>;
  /** Interactive entries in order. */
  turns: Entry[];
  /** Number of entries of each kind. */
  kinds: Map<Kind, number>;
  /** Text of the label that names an id. */
  labelFor: Map<string, string>;
  /** Number of elements. */
  size: number;
  /** Running text of the page, to tell its language by. */
  speech: string;
  /** All that an entry could be mistaken for: of its kind, with its name. */
  group(one: Entry): Entry[];
}

/** Longest text that is a name. */
export const LONGEST = 160;

export class Entry {
  readonly element: Element;
  readonly kind: Kind;
  readonly tag: string;
  readonly #page: Gathered | null;
  /** Place in document order among all elements. */
  readonly at: number;
  /** Text in it. */
  text = '';
  /** Text of the `<label>` around it. */
  around = '';
  /** The text before it. */
  earlier = '';
  /** The words behind a tick box. */
  after = '';
  /** Nearest headings before it, nearest first. */
  heads: string[] = [];
  column = '';
  landmark: Landmark = '';
  row: Row | null = null;
  /** Place among the interactive entries, for neighbours; between two of them for the others. */
  turn = -0.5;
  /** The form, list or table that it stands in. */
  box: Box = { count: 0 };
  /** Place among the controls of its box. */
  slot = 0;
  /** Place among the entries of its kind. */
  rank = 0;
  #name: string | undefined;
  #key: string | undefined;

  constructor(element: Element, kind: Kind, at: number, page: Gathered | null) {
    this.element = element;
    this.kind = kind;
    this.tag = element.localName;
    this.at = at;
    this.#page = page;
  }

  get acts(): boolean {
    return isInteractive(this.kind);
  }

  /** What it is called, as shown. */
  get name(): string {
    this.#name ??= this.#ownName() || (this.acts && (this.label || this.#nearName())) || '';
    return this.#name;
  }

  /** Folded name without a count behind it: `Queue (12)`; the unit that names are compared by. */
  get key(): string {
    this.#key ??= fold(this.name.replace(/(?<=\S)\s*[([]\d+[)\]]$/, ''));
    return this.#key;
  }

  get label(): string {
    const { element } = this;
    return this.acts
      ? byIds(element, element.getAttribute('aria-labelledby')) ||
          this.around ||
          this.#page?.labelFor.get(element.id) ||
          ''
      : '';
  }

  get before(): string {
    return squeeze(this.earlier).slice(-80);
  }

  /** Entries of the same kind and name, itself among them. */
  get alike(): Entry[] {
    return this.#page?.group(this) ?? [this];
  }

  /** What is equal in entries that cannot be told apart: the name; without one the looks and the words before it. */
  get likeness(): string {
    return this.key || `|${fold(this.before)}|${this.element.getAttribute('class')}`;
  }

  /** Never the value of a field. */
  #ownName(): string {
    const { element, kind, tag } = this;
    const aria = element.getAttribute('aria-label');
    if (aria) return squeeze(aria).slice(0, LONGEST);
    if (kind === 'field' || kind === 'choice' || (tag === 'input' && kind !== 'press')) return '';
    if (tag === 'input') return squeeze(element.getAttribute('value') || said(element));
    const text = squeeze(this.text).slice(0, LONGEST);
    if (text || kind === 'text') return text;
    const inner =
      kind === 'press' && element.firstElementChild && element.querySelector('[aria-label],[title],[alt]');
    return squeeze(said(element) || (inner ? said(inner) : ''));
  }

  /** What names a control that the page itself gives no name: old consoles write the words into the cell before it. */
  #nearName(): string {
    const { kind, element, before, after } = this;
    const told = element.getAttribute('title') || element.getAttribute('placeholder') || '';
    if (kind === 'check' || kind === 'radio') return after || before || told;
    return (kind !== 'press' && kind !== 'option' && before) || told;
  }
}
