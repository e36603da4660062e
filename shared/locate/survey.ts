/**
 * One walk over a page that collects what every element can be known by. Text, label, nearest text, heading, row and
 * place come out of the same pass, because asking for them one element at a time costs a second on a large page.
 */
import type { Box, Entry, Landmark, Row, Survey } from './entry.ts';
import { isInteractive, type Kind, kindOf } from './kind.ts';
import { languageOf } from './language.ts';
import { byIds, hasOwnText, isDataRow, landmarkOf, looksLikeHeading, nearName, rowOf } from './look.ts';
import { squeeze } from './name.ts';
import type { Root, Seam } from './seam.ts';
import { hash32 } from './similar.ts';
import { fold } from './words.ts';

export type { Entry, Survey } from './entry.ts';

interface Frame {
  tag: string;
  up: Frame | null;
  depth: number;
  heading: string;
  /** Headings around, nearest first, as of the `headsAt`-th heading of the page: shared by what stands here. */
  heads: string[];
  headsAt: number;
  /** Levels between the heading and this frame. */
  far: number;
  outer: string;
  landmark: Landmark;
  row: Row | null;
  label: { text: string; entries: Entry[] } | null;
  /** Inside something pressable: texts there are its name, not entries of their own. */
  held: boolean;
  hidden: boolean;
  columns: string[] | null;
  cell: number;
  rows: number;
  box: Box;
}

const SKIP = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'link',
  'meta',
  'base',
  'br',
  'hr',
  'source',
  'datalist',
]);
const BLOCK = /^(?:div|p|li|ul|ol|tr|td|th|dt|dd|h[1-6]|label|section|table|form|fieldset|br)$/;
const BOX = /^(?:table|form|fieldset|ul|ol|section|article|dl|details|iframe|canvas)$/;
const TEXT_MAX = 160;

export function survey(root: Root, seam: Seam = {}): Survey {
  return new Surveyor(seam).run(root);
}

class Surveyor {
  readonly #seam: Seam;
  readonly #entries: Entry[] = [];
  readonly #byElement = new Map<Element, Entry>();
  readonly #labelFor = new Map<string, string>();
  #count = 0;
  /** Counts changes of headings. */
  #headings = 0;
  readonly #roots: Root[] = [];
  /** Running text of the page, to tell its language by. */
  #speech = '';
  #recent = { text: '', top: 0 };
  #wantsAfter: { entry: Entry; top: number } | null = null;

  constructor(seam: Seam) {
    this.#seam = seam;
  }

  run(root: Root): Survey {
    this.#roots.push(root);
    const frame: Frame = {
      tag: '',
      up: null,
      depth: 0,
      heading: '',
      heads: [],
      headsAt: -1,
      far: 0,
      outer: '',
      landmark: '',
      row: null,
      label: null,
      held: false,
      hidden: false,
      columns: null,
      cell: 0,
      rows: 0,
      box: { count: 0 },
    };
    if (root.nodeType === 1) this.#element(root as Element, frame);
    else this.#kids(root, frame);
    return this.#finish(root);
  }

  /** Visits what is in `node`; its text. */
  #kids(node: Node, frame: Frame): string {
    let said = '';
    if (frame.depth > 200) return said;
    for (let kid = node.firstChild; kid; kid = kid.nextSibling) {
      if (kid.nodeType === 3) {
        const text = kid.nodeValue ?? '';
        if (said.length < 3 * TEXT_MAX) said += text;
        this.#text(text, frame);
      } else if (kid.nodeType === 1) {
        const text = this.#element(kid as Element, frame);
        if (said.length < 3 * TEXT_MAX) said += text;
      }
    }
    return said;
  }

  #text(text: string, frame: Frame): void {
    const plain = text.trim();
    if (!plain || !/[\p{L}\p{N}]/u.test(plain)) return;
    if (this.#speech.length < 20_000) this.#speech += ` ${plain}`;
    if (frame.held) return;
    const after = this.#wantsAfter;
    if (after && frame.depth >= after.top - 1) after.entry.after = squeeze(plain).slice(0, 60);
    this.#wantsAfter = null;
    this.#recent = { text: plain, top: frame.depth };
  }

  #element(element: Element, up: Frame): string {
    const tag = element.localName;
    if (SKIP.has(tag)) return tag === 'br' ? ' ' : '';
    if (this.#seam.ignore?.(element)) return '';
    const at = this.#count++;
    const role = element.getAttribute('role');
    const kind = kindOf(element);
    const frame = this.#frame(element, tag, role, up);
    const interactive = isInteractive(kind);
    const entry = this.#open(
      element,
      kind,
      tag,
      at,
      up,
      frame,
      interactive && tag !== 'option' ? this.#before(up.depth) : '',
    );
    if (entry && (kind === 'field' || kind === 'choice' || kind === 'check' || kind === 'radio')) {
      this.#recent = { text: '', top: 0 };
      this.#wantsAfter = { entry, top: up.depth };
    } else if (interactive) this.#wantsAfter = null;
    const muted = element.getAttribute('aria-hidden') === 'true';
    frame.held ||= kind === 'press' || kind === 'option' || muted;
    const mark = this.#recent;
    // What stands in a field is its value: it is neither read nor taken for anybody's label.
    const inside = kind === 'field' ? '' : this.#descend(element, tag, frame);
    if (this.#recent !== mark && this.#recent.top > up.depth)
      this.#recent = { text: this.#recent.text, top: up.depth };
    const text = tag === 'select' ? '' : squeeze(inside.slice(0, 3 * TEXT_MAX)).slice(0, TEXT_MAX);
    const name = this.#name(element, kind, tag, text);
    this.#close(element, entry, kind, name, text, frame, up);
    if (muted || tag === 'select') return ' ';
    const passed = tag === 'img' ? (element.getAttribute('alt') ?? '') : text;
    return BLOCK.test(tag) ? ` ${passed} ` : passed;
  }

  #descend(element: Element, tag: string, frame: Frame): string {
    const said = this.#kids(element, frame);
    let inner: Root | null = element.shadowRoot;
    try {
      if (!inner && this.#seam.shadow && (tag.includes('-') || !element.firstElementChild))
        inner = this.#seam.shadow(element);
      if ((tag === 'iframe' || tag === 'frame') && this.#seam.frame) inner = this.#seam.frame(element);
    } catch {
      inner = null; // a frame of another origin
    }
    if (!inner || this.#roots.includes(inner)) return said; // a seam may answer the same twice
    this.#roots.push(inner);
    return said + this.#kids(inner, frame);
  }

  #frame(element: Element, tag: string, role: string | null, up: Frame): Frame {
    const style = element.getAttribute('style');
    const hidden =
      up.hidden ||
      element.hasAttribute('hidden') ||
      (tag === 'dialog' && !element.hasAttribute('open')) ||
      (style !== null && /display\s*:\s*none/i.test(style));
    const frame: Frame = {
      tag,
      up,
      depth: up.depth + 1,
      heading: '',
      heads: [],
      headsAt: -1,
      far: 0,
      outer: up.heading || up.outer,
      landmark: landmarkOf(element, tag, role) || up.landmark,
      row: up.row,
      label: up.label,
      held: up.held,
      hidden,
      columns: up.columns,
      cell: 0,
      rows: 0,
      box: BOX.test(tag) || role === 'dialog' || role === 'group' || role === 'list' ? { count: 0 } : up.box,
    };
    if (tag === 'label') frame.label = { text: '', entries: [] };
    if (tag === 'table' || role === 'grid' || role === 'table') {
      frame.columns = [];
      frame.row = null;
    }
    if (tag === 'td' || tag === 'th' || role === 'cell' || role === 'gridcell' || role === 'columnheader') {
      frame.cell = up.cell;
      up.cell += Number(element.getAttribute('colspan') ?? 1) || 1;
    } else frame.cell = up.cell;
    if ((tag === 'tr' || role === 'row') && isDataRow(element)) frame.row = rowOf(element, up.rows++);
    if (tag === 'tr' || role === 'row') frame.cell = 0;
    return frame;
  }

  #before(depth: number): string {
    const recent = this.#recent;
    return recent.text && depth - recent.top <= 5 ? squeeze(recent.text).slice(-80) : '';
  }

  #open(
    element: Element,
    kind: Kind,
    tag: string,
    at: number,
    up: Frame,
    frame: Frame,
    before: string,
  ): Entry | null {
    if (tag === 'input' && element.getAttribute('type') === 'hidden') return null;
    const box = kind === 'text' && (BOX.test(tag) || (tag === 'div' && element.hasAttribute('id')));
    if (kind === 'text' && !box && !hasOwnText(element)) return null;
    if (kind !== 'press' && !isInteractive(kind) && up.held) return null;
    if (up.headsAt !== this.#headings) {
      up.heads = [];
      up.headsAt = this.#headings;
      for (let f: Frame | null = up; f && up.heads.length < 3; f = f.up)
        if (f.heading && up.heads.at(-1) !== f.heading) up.heads.push(f.heading);
    }
    const cellFrame = up.columns;
    const entry: Entry = {
      element,
      kind: box ? 'box' : kind,
      tag,
      at,
      name: '',
      key: '',
      label: '',
      before,
      after: '',
      heads: up.heads,
      column: cellFrame?.[frame.cell] ?? '',
      landmark: frame.landmark,
      row: frame.row,
      turn: -1,
      box: up.box,
      slot: isInteractive(kind) && tag !== 'option' ? up.box.count++ : up.box.count,
      rank: 0,
      nth: 0,
      same: 1,
      hidden: frame.hidden,
    };
    this.#entries.push(entry);
    this.#byElement.set(element, entry);
    if (up.label && (kind === 'field' || kind === 'choice' || kind === 'check' || kind === 'radio'))
      up.label.entries.push(entry);
    return entry;
  }

  #name(element: Element, kind: Kind, tag: string, text: string): string {
    const aria = element.getAttribute('aria-label');
    if (aria) return squeeze(aria).slice(0, TEXT_MAX);
    if (tag === 'input') {
      if (kind !== 'press') return '';
      return squeeze(
        element.getAttribute('value') || element.getAttribute('alt') || element.getAttribute('title') || '',
      );
    }
    if (kind === 'field' || kind === 'choice') return '';
    if (text) return text;
    if (kind === 'text') return '';
    const said =
      element.getAttribute('title') ??
      element.getAttribute('alt') ??
      element.getAttribute('data-original-title') ??
      element.getAttribute('data-bs-original-title');
    if (said) return squeeze(said);
    if (kind !== 'press' || !element.firstElementChild) return '';
    const inner = element.querySelector('[aria-label],[title],[alt]');
    return inner
      ? squeeze(
          inner.getAttribute('aria-label') || inner.getAttribute('title') || inner.getAttribute('alt') || '',
        )
      : '';
  }

  #close(
    element: Element,
    entry: Entry | null,
    kind: Kind,
    name: string,
    text: string,
    frame: Frame,
    up: Frame,
  ): void {
    if (entry)
      entry.name =
        entry.kind === 'box'
          ? (element.getAttribute('aria-label') ?? frame.heading ?? '').slice(0, 80)
          : name;
    if (kind === 'label') {
      const target = element.getAttribute('for');
      if (target && text && !this.#labelFor.has(target)) this.#labelFor.set(target, text);
      for (const inside of frame.label?.entries ?? []) inside.label ||= text;
    }
    if (
      text &&
      (kind === 'heading' || (text.length <= 60 && looksLikeHeading(element, kind, element.localName)))
    ) {
      this.#headings++;
      up.heading = text.slice(0, 80);
      up.far = 0;
    } else if (frame.heading && frame.far < 4 && frame.landmark === up.landmark) {
      if (up.heading !== frame.heading) this.#headings++;
      up.heading = frame.heading;
      up.far = frame.far + 1;
    }
    if (kind === 'column' && up.columns && up.up) up.columns[frame.cell] ??= text.slice(0, 60);
  }

  #finish(root: Root): Survey {
    const turns: Entry[] = [];
    const groups = new Map<string, Entry[]>();
    const kinds = new Map<string, number>();
    const words = new Set<string>();
    let shape = hash32(String(this.#count));
    for (const entry of this.#entries) {
      const element = entry.element;
      if (element.id && !entry.label) entry.label = this.#labelFor.get(element.id) ?? '';
      const by = element.getAttribute('aria-labelledby');
      if (by) entry.label = byIds(element, by) || entry.label;
      entry.name ||= entry.label || nearName(entry);
      entry.key = fold(entry.name);
      if (entry.key) words.add(entry.key);
      if (entry.label && entry.label !== entry.name) words.add(fold(entry.label));
      if (isInteractive(entry.kind as Kind) && entry.tag !== 'option') entry.turn = turns.push(entry) - 1;
      entry.rank = kinds.get(entry.kind) ?? 0;
      kinds.set(entry.kind, entry.rank + 1);
      // What has no name is one of those that look like it and follow the same words.
      const likeness = `${entry.kind}|${entry.key || `${fold(entry.before)}|${element.getAttribute('class') ?? ''}`}`;
      const group = groups.get(likeness);
      if (group) group.push(entry);
      else groups.set(likeness, [entry]);
      shape = hash32(`${entry.tag}${entry.key}${entry.at}`, shape);
    }
    for (const group of groups.values()) {
      for (const [nth, entry] of group.entries()) {
        entry.nth = nth;
        entry.same = group.length;
      }
    }
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
    const language = languageOf(this.#speech, document?.documentElement?.getAttribute('lang') ?? null);
    return {
      entries: this.#entries,
      byElement: this.#byElement,
      turns,
      words,
      kinds,
      roots: this.#roots,
      size: this.#count,
      language,
      shape,
    };
  }
}
