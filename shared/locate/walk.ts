/**
 * One walk over a page that collects what every element can be known by. Text, label, nearest text, heading, row and
 * place come out of the same pass, because asking for them one element at a time costs a second on a large page.
 */
import { type Box, Entry, type Gathered, LONGEST, type Row } from './entry.ts';
import { isInteractive, type Kind, kindOf } from './kind.ts';
import { hasOwnText, isDataRow, type Landmark, landmarkOf, looksLikeHeading, rowKey } from './look.ts';
import { squeeze } from './name.ts';
import { innerRoot, mayHoldTree, type Root, silent } from './seam.ts';

/** What is known on the way down, at one element that holds others. */
interface Level {
  up: Level | null;
  depth: number;
  heading: string;
  /** Headings around, nearest first, as of the `headsAt`-th heading of the page: shared by what stands here. */
  heads: string[];
  headsAt: number;
  /** Levels between the heading and this one. */
  far: number;
  landmark: Landmark;
  row: Row | null;
  /** Entries inside the nearest `<label>`. */
  label: Entry[] | null;
  /** Inside something pressable: texts there are its name, not entries of their own. */
  held: boolean;
  columns: string[];
  /** Columns before the nearest cell; at a row, those that have been passed. */
  cell: number;
  rows: number;
  box: Box;
  /** Elements of this tree with an attribute that makes them more than their tag says. */
  told: Set<Element>;
}

const TOLD = '[role],[aria-hidden],[onclick],[contenteditable],.modal';

/** What a tag alone says. */
interface Tag {
  kind: Kind;
  silent: boolean;
  /** Its words are apart from the words around it. */
  block: boolean;
  box: boolean;
  door: boolean;
  landmark: Landmark;
}
const BLOCK = /^(?:div|p|li|ul|ol|tr|td|th|dt|dd|h[1-6]|label|section|table|form|fieldset|br)$/;
const BOX = /^(?:table|form|fieldset|ul|ol|section|article|dl|details|iframe|canvas|dialog)$/;
const TAGS = new Map<string, Tag>();

/** Asked ten thousand times a page: every answer is kept. */
function tagOf(tag: string): Tag {
  const known = TAGS.get(tag) ?? {
    kind: kindOf(tag),
    silent: silent(tag),
    block: BLOCK.test(tag),
    box: BOX.test(tag),
    door: mayHoldTree(tag),
    landmark: landmarkOf(tag),
  };
  TAGS.set(tag, known);
  return known;
}

export function walk(root: Root, page: Gathered): void {
  const { seam, entries, byElement, turns, kinds, labelFor } = page;
  /** Counts changes of headings. */
  let headings = 0;
  /** The last text, and the outermost level it has been left to. */
  let recent = '';
  let recentAt = 0;
  /** The tick box that waits for the text behind it. */
  let waiting: Entry | null = null;
  let waitingAt = 0;

  /** Visits what is in `node`; its text. */
  function kids(node: Node, level: Level): string {
    let text = '';
    if (level.depth < 200)
      for (let kid = node.firstChild; kid; kid = kid.nextSibling) {
        let part = '';
        if (kid.nodeType === 3) {
          part = kid.nodeValue!;
          hear(part, level.depth, level.held);
        } else if (kid.nodeType === 1) part = visit(kid as Element, level);
        if (text.length < 3 * LONGEST) text += part;
      }
    return text;
  }

  function hear(text: string, depth: number, held: boolean): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (page.speech.length < 20_000) page.speech += ` ${text}`;
    if (held) return;
    if (waiting && depth >= waitingAt - 1) waiting.after = squeeze(text).slice(0, 60);
    waiting = null;
    recent = text;
    recentAt = depth;
  }

  function visit(element: Element, up: Level): string {
    const tag = element.localName;
    if (tag === 'br') return ' ';
    const by = tagOf(tag);
    if (by.silent || seam.ignore?.(element)) return '';
    const at = page.size++;
    const told = up.told.has(element);
    const get = (name: string): string | null => (told ? element.getAttribute(name) : null);
    const role = get('role');
    const kind = told || tag === 'input' || tag === 'a' ? kindOf(tag, element, role) : by.kind;
    const acts = isInteractive(kind);
    const muted = get('aria-hidden') === 'true';
    const depth = up.depth + 1;
    const held = up.held || kind === 'press' || kind === 'option' || muted;
    const landmark = (told ? landmarkOf(tag, element, role) : by.landmark) || up.landmark;
    const inner = by.door ? innerRoot(element, seam) : undefined;
    const leaf = !inner && !element.firstElementChild;
    let inside = leaf ? element.textContent! : '';
    let { row, columns } = up;
    const { cell } = up;
    if (tag === 'table' || role === 'grid' || role === 'table') {
      columns = [];
      row = null;
    }
    if (/^t[dh]$/.test(tag) || (role && /cell$|^columnheader$/.test(role)))
      up.cell += Number(element.getAttribute('colspan')) || 1;
    const isRow = tag === 'tr' || role === 'row';
    if (isRow && isDataRow(element)) row = { element, key: rowKey(element), at: up.rows++ };

    let entry: Entry | null = null;
    if (
      (kind === 'press' || acts || !up.held) &&
      (kind !== 'text' || (leaf ? /\S/.test(inside) : hasOwnText(element))) &&
      !(tag === 'input' && element.getAttribute('type') === 'hidden')
    ) {
      if (up.headsAt !== headings) {
        up.heads = [];
        up.headsAt = headings;
        for (let at: Level | null = up; at && up.heads.length < 3; at = at.up)
          if (at.heading && up.heads.at(-1) !== at.heading) up.heads.push(at.heading);
      }
      entry = new Entry(element, kind, at, page);
      if (acts && up.depth - recentAt < 6) entry.earlier = recent;
      entry.heads = up.heads;
      entry.column = up.columns[cell] ?? '';
      entry.landmark = landmark;
      entry.row = row;
      entry.box = up.box;
      const takesTurn = acts && tag !== 'option';
      entry.slot = takesTurn ? up.box.count++ : up.box.count;
      entry.turn = takesTurn ? turns.push(entry) - 1 : turns.length - 0.5;
      entry.rank = kinds.get(kind) ?? 0;
      kinds.set(kind, entry.rank + 1);
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

    if (inner !== undefined) page.doors.push([element, inner]);
    let level: Level | null = null;
    // What stands in a field is its value: it is neither read nor taken for anybody's label.
    if (kind === 'field') inside = '';
    else if (leaf) hear(inside, depth, held);
    else {
      level = {
        ...{ up, depth, landmark, row, held, columns, cell: isRow ? 0 : cell, told: up.told },
        ...{ heading: '', heads: [], headsAt: -1, far: 0, rows: 0 },
        label: kind === 'label' ? [] : up.label,
        box: by.box || (role && /^(?:dialog|group|list)$/.test(role)) ? { count: 0 } : up.box,
      };
      inside = kids(element, level);
      if (inner && !page.roots.includes(inner)) {
        page.roots.push(inner); // a seam may answer the same twice
        level.told = new Set(inner.querySelectorAll(TOLD));
        inside += kids(inner, level);
      }
    }
    recentAt = Math.min(recentAt, up.depth);
    if (tag === 'select') inside = ' ';
    if (entry) entry.text = inside;
    const heading = kind === 'heading' || looksLikeHeading(element, kind, tag);
    const text = heading || kind === 'label' || kind === 'column' ? squeeze(inside).slice(0, LONGEST) : '';
    if (kind === 'label') {
      const target = element.getAttribute('for');
      if (target && text && !labelFor.has(target)) labelFor.set(target, text);
      for (const one of level?.label ?? []) one.around ||= text;
    }
    if (text && (kind === 'heading' || (heading && text.length <= 60))) {
      headings++;
      up.heading = text.slice(0, 80);
      up.far = 0;
    } else if (level?.heading && level.far < 4 && landmark === up.landmark) {
      if (up.heading !== level.heading) headings++;
      up.heading = level.heading;
      up.far = level.far + 1;
    }
    if (kind === 'column') up.columns[cell] ??= text.slice(0, 60);
    if (muted) return ' ';
    if (tag === 'img') inside = element.getAttribute('alt') ?? '';
    return by.block ? ` ${inside} ` : inside;
  }

  const top: Level = {
    ...{ up: null, depth: 0, landmark: '', row: null, label: null, held: false },
    ...{ columns: [], cell: 0, box: { count: 0 }, told: new Set(root.querySelectorAll(TOLD)) },
    ...{ heading: '', heads: [], headsAt: -1, far: 0, rows: 0 },
  };
  if (root.nodeType === 1) {
    top.told.add(root as Element);
    visit(root as Element, top);
  } else kids(root, top);
}
