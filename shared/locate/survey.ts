/**
 * One walk over a page that collects what every element can be known by. Text, label, nearest text, heading, row and
 * place come out of the same pass, because asking for them one element at a time costs a second on a large page.
 */
import type { Box, Entry, Landmark, Row, Survey } from './entry.ts';
import { isInteractive, type Kind, kindOf } from './kind.ts';
import { languageOf } from './language.ts';
import { byIds, hasOwnText, isDataRow, landmarkOf, looksLikeHeading, rowKey, said } from './look.ts';
import { squeeze } from './name.ts';
import { documentOf, innerRoot, type Root, type Seam, silent } from './seam.ts';
import { hash32 } from './similar.ts';
import { fold } from './words.ts';

export type { Entry, Survey } from './entry.ts';

/** What is known on the way down. */
interface Frame {
  up: Frame | null;
  depth: number;
  heading: string;
  /** Headings around, nearest first, as of the `headsAt`-th heading of the page: shared by what stands here. */
  heads: string[];
  headsAt: number;
  /** Levels between the heading and this frame. */
  far: number;
  landmark: Landmark;
  row: Row | null;
  /** Entries inside the nearest `<label>`. */
  label: Entry[] | null;
  /** Inside something pressable: texts there are its name, not entries of their own. */
  held: boolean;
  hidden: boolean;
  columns: string[];
  cell: number;
  rows: number;
  box: Box;
}

const BLOCK = /^(?:div|p|li|ul|ol|tr|td|th|dt|dd|h[1-6]|label|section|table|form|fieldset|br)$/;
const BOX = /^(?:table|form|fieldset|ul|ol|section|article|dl|details|iframe|canvas)$/;
const LONGEST = 160;

export function blankEntry(element: Element, kind: Kind, at: number): Entry {
  return {
    element,
    kind,
    tag: element.localName,
    at,
    name: '',
    key: '',
    label: '',
    before: '',
    after: '',
    heads: [],
    column: '',
    landmark: '',
    row: null,
    turn: 0,
    box: { count: 0 },
    slot: 0,
    rank: 0,
    nth: 0,
    same: 1,
    hidden: false,
  };
}

const none = (): null => null;

export function survey(root: Root, seam: Seam = {}): Survey {
  const entries: Entry[] = [];
  const byElement = new Map<Element, Entry>();
  const labelFor = new Map<string, string>();
  const roots: Root[] = [root];
  const doors: Survey['doors'] = [];
  let size = 0;
  /** Counts changes of headings. */
  let headings = 0;
  /** Running text of the page, to tell its language by. */
  let speech = '';
  /** The last text, and the outermost level it has been left to. */
  let recent = '';
  let recentAt = 0;
  /** The tick box that waits for the text behind it. */
  let waiting: Entry | null = null;
  let waitingAt = 0;

  /** Visits what is in `node`; its text. */
  function kids(node: Node, frame: Frame): string {
    let text = '';
    if (frame.depth < 200)
      for (let kid = node.firstChild; kid; kid = kid.nextSibling) {
        let part = '';
        if (kid.nodeType === 3) {
          part = kid.nodeValue!;
          hear(part, frame);
        } else if (kid.nodeType === 1) part = visit(kid as Element, frame);
        if (text.length < 3 * LONGEST) text += part;
      }
    return text;
  }

  function hear(text: string, frame: Frame): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (speech.length < 20_000) speech += ` ${text}`;
    if (frame.held) return;
    if (waiting && frame.depth >= waitingAt - 1) waiting.after = squeeze(text).slice(0, 60);
    waiting = null;
    recent = text;
    recentAt = frame.depth;
  }

  function visit(element: Element, up: Frame): string {
    const tag = element.localName;
    if (tag === 'br') return ' ';
    if (silent(tag) || seam.ignore?.(element)) return '';
    const at = size++;
    const get: (name: string) => string | null = element.hasAttributes()
      ? (name) => element.getAttribute(name)
      : none;
    const role = get('role');
    const kind = kindOf(element, tag, role, get);
    const acts = isInteractive(kind);
    const muted = get('aria-hidden') === 'true';
    const cell = tag === 'td' || tag === 'th' || (role !== null && /cell$|^columnheader$/.test(role));
    const frame: Frame = {
      ...up,
      up,
      depth: up.depth + 1,
      heading: '',
      headsAt: -1,
      far: 0,
      rows: 0,
      landmark: landmarkOf(tag, role, get) || up.landmark,
      held: up.held || kind === 'press' || kind === 'option' || muted,
      hidden:
        up.hidden ||
        get('hidden') !== null ||
        (tag === 'dialog' && get('open') === null) ||
        /display\s*:\s*none/i.test(get('style') ?? ''),
    };
    if (tag === 'label') frame.label = [];
    if (BOX.test(tag) || /^(?:dialog|group|list)$/.test(role!)) frame.box = { count: 0 };
    if (tag === 'table' || role === 'grid' || role === 'table') {
      frame.columns = [];
      frame.row = null;
    }
    if (cell) up.cell += Number(get('colspan')) || 1;
    if (tag === 'tr' || role === 'row') {
      if (isDataRow(element)) frame.row = { element, key: rowKey(element), at: up.rows++ };
      frame.cell = 0;
    }

    let entry: Entry | null = null;
    if (
      !(tag === 'input' && get('type') === 'hidden') &&
      (kind === 'press' || acts || !up.held) &&
      (kind !== 'text' || hasOwnText(element))
    ) {
      if (up.headsAt !== headings) {
        up.heads = [];
        up.headsAt = headings;
        for (let at: Frame | null = up; at && up.heads.length < 3; at = at.up)
          if (at.heading && up.heads.at(-1) !== at.heading) up.heads.push(at.heading);
      }
      entry = blankEntry(element, kind, at);
      if (acts && up.depth - recentAt < 6) entry.before = squeeze(recent).slice(-80);
      entry.heads = up.heads;
      entry.column = up.columns[frame.cell] ?? '';
      entry.landmark = frame.landmark;
      entry.row = frame.row;
      entry.box = up.box;
      entry.slot = acts && tag !== 'option' ? up.box.count++ : up.box.count;
      entry.hidden = frame.hidden;
      entries.push(entry);
      byElement.set(element, entry);
      if (acts) {
        waiting = kind === 'check' || kind === 'radio' ? entry : null;
        waitingAt = up.depth;
      }
      if (acts && kind !== 'press' && kind !== 'option') {
        up.label?.push(entry);
        recent = '';
      }
    }

    // What stands in a field is its value: it is neither read nor taken for anybody's label.
    let inside = '';
    if (kind !== 'field') {
      inside = kids(element, frame);
      const inner = innerRoot(element, seam);
      if (inner !== undefined) doors.push([element, inner]);
      if (inner && !roots.includes(inner)) {
        roots.push(inner); // a seam may answer the same twice
        inside += kids(inner, frame);
      }
    }
    recentAt = Math.min(recentAt, up.depth);
    if (tag === 'select') inside = ' ';
    const heading = kind === 'heading' || looksLikeHeading(element, kind, tag, get);
    const label = kind === 'label' || kind === 'column';
    const text = entry || heading || label ? squeeze(inside).slice(0, LONGEST) : '';
    if (entry) entry.name = nameOf(element, kind, tag, get, text);
    if (kind === 'label') {
      const target = get('for');
      if (target && text && !labelFor.has(target)) labelFor.set(target, text);
      for (const one of frame.label!) one.label ||= text;
    }
    if (text && (kind === 'heading' || (heading && text.length <= 60))) {
      headings++;
      up.heading = text.slice(0, 80);
      up.far = 0;
    } else if (frame.heading && frame.far < 4 && frame.landmark === up.landmark) {
      if (up.heading !== frame.heading) headings++;
      up.heading = frame.heading;
      up.far = frame.far + 1;
    }
    if (kind === 'column') up.columns[frame.cell] ??= text.slice(0, 60);
    if (muted) return ' ';
    if (tag === 'img') inside = get('alt') ?? '';
    return BLOCK.test(tag) ? ` ${inside} ` : inside;
  }

  const top: Frame = {
    up: null,
    depth: 0,
    heading: '',
    heads: [],
    headsAt: -1,
    far: 0,
    landmark: '',
    row: null,
    label: null,
    held: false,
    hidden: false,
    columns: [],
    cell: 0,
    rows: 0,
    box: { count: 0 },
  };
  if (root.nodeType === 1) visit(root as Element, top);
  else kids(root, top);

  const turns: Entry[] = [];
  const groups: Record<string, Map<string, Entry[]>> = {};
  const kinds = new Map<string, number>();
  const words = new Set<string>();
  let shape = size;
  for (const entry of entries) {
    const { element, kind } = entry;
    const acts = isInteractive(kind);
    if (acts) {
      entry.label =
        byIds(element, element.getAttribute('aria-labelledby')) ||
        entry.label ||
        (labelFor.get(element.id) ?? '');
      entry.name ||= entry.label || nearName(entry);
    }
    entry.key = fold(entry.name);
    words.add(entry.key);
    if (entry.label && entry.label !== entry.name) words.add(fold(entry.label));
    entry.turn = acts && entry.tag !== 'option' ? turns.push(entry) - 1 : turns.length - 0.5;
    entry.rank = kinds.get(kind) ?? 0;
    kinds.set(kind, entry.rank + 1);
    // What has no name is one of those that look like it and follow the same words.
    const likeness = entry.key || `|${fold(entry.before)}|${element.getAttribute('class')}`;
    groups[kind] ??= new Map();
    const group = groups[kind].get(likeness);
    if (group) entry.nth = group.push(entry) - 1;
    else groups[kind].set(likeness, [entry]);
    shape = hash32(entry.key, shape ^ entry.at);
  }
  for (const kind in groups)
    for (const group of groups[kind]!.values()) for (const entry of group) entry.same = group.length;
  const language = languageOf(speech, documentOf(root)?.documentElement?.getAttribute('lang'));
  return { entries, byElement, turns, words, kinds, roots, doors, seam, size, language, shape };
}

/** Never the value of a field. */
function nameOf(
  element: Element,
  kind: Kind,
  tag: string,
  get: (name: string) => string | null,
  text: string,
): string {
  const aria = get('aria-label');
  if (aria) return squeeze(aria).slice(0, LONGEST);
  if (kind === 'field' || kind === 'choice' || (tag === 'input' && kind !== 'press')) return '';
  if (tag === 'input') return squeeze(get('value') || said(get));
  if (text || kind === 'text') return text;
  const inner =
    kind === 'press' && element.firstElementChild && element.querySelector('[aria-label],[title],[alt]');
  return squeeze(said(get) || (inner ? said((name) => inner.getAttribute(name)) : ''));
}

/** What names a control that the page itself gives no name: old consoles write the words into the cell before it. */
function nearName({ kind, element, before, after }: Entry): string {
  const told = element.getAttribute('title') || element.getAttribute('placeholder') || '';
  if (kind === 'check' || kind === 'radio') return after || before || told;
  return (kind !== 'press' && kind !== 'option' && before) || told;
}

const seen = new WeakMap<Root, { page: Survey; watch: MutationObserver }>();

/**
 * A survey of a page that may be handed to `find`, `locate`, `explain`, `capture` and `signs`. The last one of every
 * root is kept until anything in it changes: a second look at the same page costs nothing.
 */
export function look(root: Root | Survey, seam: Seam = {}): Survey {
  if ((root as Survey).byElement instanceof Map) return root as Survey;
  root = root as Root;
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
  const page = survey(root, seam);
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
