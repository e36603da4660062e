/** What is kept of an element so that it can be found again: JSON, at most 2 kB, no field's value, nobody's data. */
import { kindOf } from './kind.ts';
import { textOf } from './name.ts';
import { parentOf, type Root, type Seam } from './seam.ts';
import { blur, hrefParts, looksGenerated } from './similar.ts';
import { type Entry, type Survey, survey } from './survey.ts';
import { fold } from './words.ts';

export interface Fingerprint {
  v: 1;
  kind: Entry['kind'];
  tag: string;
  /** `type` of an input, or role of anything else. */
  role: string;
  /** Folded texts; one that begins with `#` is blurred because it belongs to somebody. */
  name: string;
  label: string;
  before: string;
  after: string;
  hint: string;
  title: string;
  /** Stable identifiers only; '' when there is none or it looks generated. */
  id: string;
  attr: string;
  href: string[];
  /** `value` of a radio button: which choice it is. */
  choice: string;
  options: string[];
  icon: string[];
  marks: string[];
  heads: string[];
  column: string;
  landmark: string;
  row: { key: string; at: number } | null;
  /** Names of the two controls before and the two after. */
  near: string[];
  /** Kind of each of those four, and its identifier if it has a stable one: neighbours keep theirs in every language. */
  by: string[];
  /** Its own, of the same making. */
  self: string;
  /** Tags of up to five ancestors, nearest first. */
  path: string[];
  /** Place in document order, 0 … 1. */
  order: number;
  /** Place among the controls of its form or list, and how many stand there. */
  slot: [number, number];
  /** Place among what is of its kind, and how many there are. */
  rank: [number, number];
  nth: number;
  same: number;
  hidden: boolean;
  locale: string;
  /** Hash of the whole page's structure and words, and the place in it: an unchanged page is known at once. */
  page: { shape: number; at: number };
}

/** Everything of one entry that can be compared, computed once. */
export interface Traits extends Omit<Fingerprint, 'v' | 'locale' | 'page'> {}

/** A text that names a person, a number or an address is blurred: equal stays equal, nothing can be read. */
function discreet(text: string): string {
  const key = fold(text).slice(0, 60);
  if (!key) return '';
  return /@|\d{4,}|\d+[.-]\d+[.-]\d+/.test(text) ? blur(key) : key;
}

export function capture(element: Element, root?: Root, seam: Seam = {}): Fingerprint {
  const within = root ?? element.ownerDocument ?? (element.getRootNode() as Root);
  const page = survey(within, seam);
  // Inside a closed shadow root only that root is known.
  const known = root || page.byElement.has(element) || within.contains(element);
  return captureFrom(known ? page : survey(element.getRootNode() as Root, seam), element);
}

export function captureFrom(page: Survey, element: Element): Fingerprint {
  const entry = entryOf(page, element);
  return {
    v: 1,
    ...trim(traitsOf(page, entry)),
    locale: page.language,
    page: { shape: page.shape, at: entry.at },
  };
}

/** The entry of an element, or of the control that it is part of. */
function entryOf(page: Survey, element: Element): Entry {
  let at: Element | null = element;
  for (let up = 0; at && up < 4; up++, at = parentOf(at)) {
    const entry = page.byElement.get(at);
    if (entry && (up === 0 || (entry.kind !== 'box' && entry.kind !== 'text'))) return entry;
  }
  const name = textOf(element, 80);
  return {
    element,
    kind: kindOf(element),
    tag: element.localName,
    at: -1,
    name,
    key: fold(name),
    label: '',
    before: '',
    after: '',
    heads: [],
    column: '',
    landmark: '',
    row: null,
    turn: -1,
    box: { count: 0 },
    slot: 0,
    rank: 0,
    nth: 0,
    same: 1,
    hidden: false,
  };
}

const kept = new WeakMap<Survey, Map<Entry, Traits>>();

/** Traits of an entry; kept as long as its survey. */
export function traitsOf(page: Survey, entry: Entry): Traits {
  const cache = kept.get(page) ?? new Map<Entry, Traits>();
  kept.set(page, cache);
  const traits = cache.get(entry) ?? read(page, entry);
  cache.set(entry, traits);
  return traits;
}

function read(page: Survey, entry: Entry): Traits {
  const element = entry.element;
  const tag = entry.tag;
  const get = (name: string): string => element.getAttribute(name) ?? '';
  const id = get('id');
  const attr = tag === 'a' || tag === 'form' ? '' : get('name');
  const inRow = entry.row !== null;
  const near = nearOf(page, entry);
  return {
    kind: entry.kind,
    tag,
    role: tag === 'input' ? (get('type') || 'text').toLowerCase() : get('role'),
    name: nameKey(entry),
    label: inRow ? '' : discreet(entry.label),
    before: inRow ? '' : discreet(entry.before),
    after: inRow ? '' : discreet(entry.after),
    hint: discreet(get('placeholder')),
    title:
      inRow && entry.same < 2
        ? ''
        : discreet(get('title') || get('data-original-title') || get('aria-label')),
    id: id && !inRow && !looksGenerated(id) ? token(id) : '',
    attr: attr && !looksGenerated(attr) ? token(inRow ? attr.replace(/\[.*/, '') : attr) : '',
    href: inRow
      ? hrefParts(get('href'))
          .slice(0, 1)
          .filter((part) => !part.includes('@'))
      : hrefParts(get('href')).filter((part) => !part.includes('@')),
    choice: entry.kind === 'radio' && !inRow ? token(get('value').slice(0, 24)) : '',
    options: entry.kind === 'choice' ? optionsOf(element) : [],
    icon: iconsOf(element),
    marks: marksOf(element, inRow),
    heads: entry.heads.slice(0, 2).map(discreet),
    column: fold(entry.column).slice(0, 40),
    landmark: entry.landmark,
    row: entry.row ? { key: blur(entry.row.key), at: entry.row.at } : null,
    near: near.map((one) => (one ? nameKey(one).slice(0, 30) : '')),
    by: near.map((one) => (one ? `${one.kind} ${tokenOf(one)}` : '')),
    self: tokenOf(entry),
    path: pathOf(element),
    order: entry.at < 0 || page.size < 2 ? 0.5 : Math.round((entry.at / page.size) * 1e4) / 1e4,
    slot: [entry.slot, entry.box.count],
    rank: [entry.rank, page.kinds.get(entry.kind) ?? 0],
    nth: entry.nth,
    same: entry.same,
    hidden: entry.hidden,
  };
}

const tokenSets = new WeakMap<Survey, Set<string>>();

/** Identifiers of all controls of a page. */
export function tokensOf(page: Survey): Set<string> {
  const known = tokenSets.get(page) ?? new Set(page.turns.map(tokenOf));
  tokenSets.set(page, known);
  return known;
}

/** Tags of up to five ancestors, nearest first. */
function pathOf(element: Element): string[] {
  const path: string[] = [];
  for (let at = parentOf(element); at && path.length < 5; at = parentOf(at)) path.push(at.localName);
  return path;
}

function token(text: string): string {
  return text.includes('@') ? blur(text) : text.slice(0, 48);
}

/** In a row of data only words that other rows have too are the console's own. */
function nameKey(entry: Entry): string {
  if (entry.row && entry.same < 2 && entry.key) return blur(entry.key.slice(0, 60));
  return discreet(entry.name);
}

function optionsOf(element: Element): string[] {
  const texts: string[] = [];
  for (const option of element.querySelectorAll('option,[role="option"]')) {
    if (texts.length >= 12) break;
    const text = discreet((option.textContent ?? '').slice(0, 40)).slice(0, 20);
    if (text) texts.push(text);
  }
  return texts;
}

/** Which picture an icon button shows, by file or class: `fa-trash`, `icon-edit`, `del.gif`. */
function iconsOf(element: Element): string[] {
  const found = new Set<string>();
  const add = (from: Element): void => {
    for (const part of (from.getAttribute('class') ?? '').split(/\s+/)) {
      const icon = /^(?:fa|mdi|bi|icon|glyphicon|ti|pi|la|ion|ico)[-_](.+)$/i.exec(part);
      if (icon && !/^(?:fw|lg|sm|xs|\d?x|solid|regular|spin)$/.test(icon[1]!))
        found.add(icon[1]!.toLowerCase());
    }
    const file = /([\w-]+)\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i.exec(from.getAttribute('src') ?? '');
    if (file) found.add(file[1]!.toLowerCase());
    const use = /#([\w-]+)$/.exec(from.getAttribute('href') ?? from.getAttribute('xlink:href') ?? '');
    if (use && from.localName === 'use') found.add(use[1]!.toLowerCase());
  };
  add(element);
  if (element.childElementCount > 0 && element.childElementCount < 4) {
    for (const inner of Array.from(element.querySelectorAll('i,span,img,svg,use')).slice(0, 6)) add(inner);
  }
  return [...found].slice(0, 3);
}

const PLAIN_DATA =
  /^data-(?:toggle|placement|original-title|bs-original-title|v-|reactid|ember|id|row|key|uid|index)/;

/** Words of data-, on- and class attributes; what looks made by a build or carries data is left out. */
function marksOf(element: Element, inRow: boolean): string[] {
  const marks: string[] = [];
  for (const { name, value } of Array.from(element.attributes)) {
    if (marks.length >= 8) break;
    if (name === 'data-testid' || name === 'data-test' || name === 'data-cy')
      marks.push(`t:${value.slice(0, 30)}`);
    else if (
      name === 'for' ||
      name === 'aria-controls' ||
      name === 'data-target' ||
      name === 'data-bs-target'
    ) {
      if (!looksGenerated(value)) marks.push(`>${value.replace(/^#/, '').slice(0, 30)}`);
    } else if (name.startsWith('on')) {
      const call = /([a-zA-Z_$][\w$.]*)\s*\(/.exec(value);
      if (call) marks.push(`${call[1]!.slice(0, 30)}()`);
    } else if (
      !inRow &&
      name.startsWith('data-') &&
      !PLAIN_DATA.test(name) &&
      /^[a-z][\w-]{1,24}$/i.test(value)
    )
      marks.push(`${name.slice(5, 20)}=${value}`);
    else if (name === 'class') {
      for (const part of value.split(/\s+/).slice(0, 5))
        if (part && part.length < 24 && !looksGenerated(part)) marks.push(`.${part}`);
    }
  }
  return marks.slice(0, 8);
}

/** Identifier of a neighbour; '' in a row of data. */
function tokenOf({ element, row }: Entry): string {
  if (row) return '';
  const own = ['name', 'id'].map((name) => element.getAttribute(name) ?? '');
  const stable = own.find((one) => one && !looksGenerated(one));
  return token(stable ?? hrefParts(element.getAttribute('href')).pop() ?? '').slice(0, 20);
}

function nearOf(page: Survey, entry: Entry): (Entry | undefined)[] {
  let turn = entry.turn;
  if (turn < 0) {
    // For a heading or a cell: the first control after it.
    let low = 0;
    let high = page.turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (page.turns[middle]!.at < entry.at) low = middle + 1;
      else high = middle;
    }
    turn = low - 0.5;
  }
  const places =
    turn % 1 === 0
      ? [turn - 2, turn - 1, turn + 1, turn + 2]
      : [turn - 1.5, turn - 0.5, turn + 0.5, turn + 1.5];
  return places.map((place) => page.turns[place]);
}

const bytes = (traits: Traits): number => new TextEncoder().encode(JSON.stringify(traits)).length;
const ROOM = 1800;

/** Keeps a fingerprint below 2 kB whatever the page does. */
function trim(traits: Traits): Traits {
  const small = { ...traits };
  if (bytes(small) > ROOM) small.marks = small.marks.slice(0, 2);
  if (bytes(small) > ROOM) small.options = small.options.slice(0, 4);
  for (const field of ['name', 'label', 'before', 'after', 'hint', 'title'] as const) {
    if (bytes(small) > ROOM) small[field] = small[field].slice(0, 24);
  }
  return small;
}

/** Whether a kept text and a text of the page are the same words, blurred or not. */
export function sameText(kept: string, shown: string): boolean {
  if (!kept || !shown) return false;
  return (
    kept === shown ||
    (kept[0] === '#' && shown[0] !== '#' && kept === blur(shown)) ||
    (shown[0] === '#' && shown === blur(kept))
  );
}
