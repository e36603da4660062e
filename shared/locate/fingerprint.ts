/** What is kept of an element so that it can be found again: JSON, at most 2 kB, no field's value, nobody's data. */
import { Entry } from './entry.ts';
import { textOf } from './name.ts';
import { parentOf, type Root, type Seam } from './seam.ts';
import { blur, hrefParts, looksGenerated } from './similar.ts';
import { look, type Survey } from './survey.ts';
import { fold } from './words.ts';

export interface Fingerprint {
  v: 1;
  kind: Entry['kind'];
  tag: string;
  /** Folded texts; one that begins with `#` is blurred because it belongs to somebody. */
  name: string;
  label: string;
  before: string;
  hint: string;
  /** Stable identifiers only; '' when there is none or it looks generated. */
  id: string;
  attr: string;
  href: string[];
  /** `value` of a radio button: which choice it is. */
  choice: string;
  options: string[];
  /** What a form says of a control in every language: `type=email`, `maxlength=64`. */
  make: string[];
  icon: string[];
  heads: string[];
  landmark: string;
  row: { key: string; at: number } | null;
  /** Names of the two controls before and the two after. */
  near: string[];
  /** Kind of each of those four, and its identifier if it has a stable one: neighbours keep theirs in every language. */
  by: string[];
  /** Its own, of the same making. */
  self: string;
  /** Its tag and those of what it stands in, nearest first. */
  path: string[];
  /** Place in document order, 0 … 1. */
  order: number;
  /** Place among the controls of its form or list, and how many stand there. */
  slot: [number, number];
  /** Place among what is of its kind, and how many there are. */
  rank: [number, number];
  nth: number;
  same: number;
  locale: string;
  /** Number of elements on the page, and the place among them. */
  page: { shape: number; at: number };
}

/** Everything of one entry that can be compared. */
export type Traits = Omit<Fingerprint, 'v' | 'locale' | 'page'>;

/** A text that names a person, a number or an address is blurred: equal stays equal, nothing can be read. */
function discreet(text: string, folded = fold(text)): string {
  const key = folded.slice(0, 60);
  return key && /@|\d{4,}|\d+[.-]\d+[.-]\d+/.test(text) ? blur(key) : key;
}

/** @param root what to know it in; the document when nothing is said. Inside a closed shadow root only that is known. */
export function capture(element: Element, root?: Root | Survey, seam: Seam = {}): Fingerprint {
  const page = look(root ?? element.ownerDocument, seam);
  const known = root || page.byElement.has(element) || element.ownerDocument.contains(element);
  return captureFrom(known ? page : look(element.getRootNode() as Root, seam), element);
}

export function captureFrom(page: Survey, element: Element): Fingerprint {
  const entry = entryOf(page, element);
  return {
    v: 1,
    ...trim(traitsOf(page, entry)),
    locale: page.language,
    page: { shape: page.size, at: entry.at },
  };
}

/** The entry of an element, or of the control that it is part of. */
function entryOf(page: Survey, element: Element): Entry {
  let at: Element | null = element;
  for (let up = 0; at && up < 4; up++, at = parentOf(at)) {
    const entry = page.byElement.get(at);
    if (entry && (up === 0 || entry.kind !== 'text')) return entry;
  }
  return Object.assign(new Entry(element, 'text', -1, null), { text: textOf(element, 80) });
}

export function traitsOf(page: Survey, entry: Entry): Traits {
  const { element, tag, kind, row } = entry;
  const get = (name: string): string => element.getAttribute(name) ?? '';
  /** A row of data says whose it is: no text of it is kept, and no identifier. */
  const own = (text: string): string => (row ? '' : text);
  const name = tag === 'a' || tag === 'form' ? '' : get('name');
  const href = hrefParts(get('href') || get('onclick')).filter((part) => !part.includes('@'));
  const { turn } = entry;
  const near = [-2, -1, 1, 2].map((by) => page.turns[turn % 1 ? turn + by - Math.sign(by) / 2 : turn + by]);
  return {
    kind,
    tag,
    name: nameKey(entry),
    label: own(discreet(entry.label)),
    before: own(discreet(entry.before)),
    hint: discreet(get('placeholder')),
    id: own(stable(get('id'))),
    attr: stable((row && name.replace(/\[.*/, '')) ?? (name || get('data-testid') || get('data-test'))),
    href: row ? href.slice(0, 1) : href,
    choice: kind === 'radio' ? own(token(get('value').slice(0, 24))) : '',
    options: kind === 'choice' ? optionsOf(element) : [],
    make: MAKE.flatMap((one) => (get(one) ? `${one}=${get(one).slice(0, 12)}` : [])),
    icon: iconsOf(element),
    heads: entry.heads.slice(0, 2).map((head) => discreet(head)),
    landmark: entry.landmark,
    row: row && { key: blur(row.key), at: row.at },
    near: near.map((one) => (one ? nameKey(one).slice(0, 30) : '')),
    by: near.map((one) => (one ? `${one.kind} ${tokenOf(one)}` : '')),
    self: tokenOf(entry),
    path: pathOf(element),
    order: entry.at < 0 ? 0.5 : Math.round((entry.at / page.size) * 1e4) / 1e4,
    slot: [entry.slot, entry.box.count],
    rank: [entry.rank, page.kinds.get(kind) ?? 0],
    nth: entry.alike.indexOf(entry),
    same: entry.alike.length,
  };
}

const MAKE = ['type', 'maxlength', 'max', 'autocomplete', 'rows', 'accept'];

function pathOf(element: Element): string[] {
  const path: string[] = [];
  for (let at: Element | null = element; at && path.length < 6; at = parentOf(at)) path.push(at.localName);
  return path;
}

function token(text: string): string {
  return text.includes('@') ? blur(text) : text.slice(0, 48);
}

function stable(text: string): string {
  return looksGenerated(text) ? '' : token(text);
}

/** In a row of data only words that other rows have too are the console's own. */
function nameKey({ row, alike, key, name }: Entry): string {
  return row && alike.length < 2 && key ? blur(key.slice(0, 60)) : discreet(name, key);
}

function optionsOf(element: Element): string[] {
  return Array.from(element.querySelectorAll('option,[role="option"]'))
    .slice(0, 12)
    .map((option) => discreet((option.textContent ?? '').slice(0, 40)).slice(0, 20))
    .filter(Boolean);
}

/** Which picture an icon button shows, by file or class: `fa-trash`, `icon-edit`, `del.gif`. */
function iconsOf(element: Element): string[] {
  const small = element.childElementCount < 4 ? [...element.querySelectorAll('i,span,img,svg,use')] : [];
  const looks = [element, ...small.slice(0, 6)].map((one) =>
    ['class', 'src', 'xlink:href', one.localName === 'use' ? 'href' : '']
      .map((name) => one.getAttribute(name) ?? '')
      .join(' '),
  );
  const found = looks
    .join(' ')
    .matchAll(
      /(?<=\s|^)(?:fa|mdi|bi|icon|glyphicon|ti|pi|la|ion|ico)[-_](?!(?:fw|lg|sm|xs|\d?x|solid|regular|spin)\b)(\S+)|([\w-]+)\.(?:gif|png|svg|jpe?g|webp)(?=$|[?\s])|#([\w-]+)(?=$|\s)/gi,
    );
  return [...new Set(Array.from(found, ([, a, b, c]) => (a ?? b ?? c)!.toLowerCase()))].slice(0, 3);
}

/** Identifier of a neighbour; '' in a row of data. */
export function tokenOf({ element, row }: Entry): string {
  if (row) return '';
  const get = (name: string): string => element.getAttribute(name) ?? '';
  return (stable(get('name')) || stable(get('id')) || token(hrefParts(get('href')).pop() ?? '')).slice(0, 20);
}

/** Keeps a fingerprint below 2 kB whatever the page does. */
function trim(traits: Traits): Traits {
  const small = { ...traits };
  const large = (): boolean => new TextEncoder().encode(JSON.stringify(small)).length > 1800;
  const most = { options: 4, name: 24, label: 24, before: 24, hint: 24 };
  for (const [field, length] of Object.entries(most))
    if (large()) small[field as 'name'] = small[field as 'name'].slice(0, length);
  return small;
}
