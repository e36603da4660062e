/** The elements that might be a written-down target, each with what speaks for it. */
import type { Action } from '../guide/index.ts';
import { isInteractive, type Kind } from './kind.ts';
import type { Candidate } from './match.ts';
import { labelsOf, squeeze, textOf } from './name.ts';
import { placeSupport, signsOf } from './place.ts';
import { contains, parentOf } from './seam.ts';
import { isDrawnByLabel, type Sight } from './sight.ts';
import type { Entry, Survey } from './survey.ts';
import { likeness, saidRole, throwsAway, type Wording } from './words.ts';

/** What one search knows about the page. */
export interface Page {
  survey: Survey;
  sight: Sight;
  modal: Element | null;
  signs: string[];
  /** Likeness of texts to the wording that is being looked for. */
  likes: Map<Wording, Map<string, number>>;
}

export interface Hunt {
  action: Action;
  label: string;
  words: Wording;
  within: Wording[];
  /** Earlier segments of a menu path: they speak for a place and are not missed where they are not seen. */
  path: Wording[];
  value: Wording | null;
}

/** How well a kind of element fits what is to be done with it; 0 rules it out. */
const FIT: Record<string, Partial<Record<Kind, number>>> = {
  press: {
    press: 1,
    label: 0.85,
    check: 0.85,
    radio: 0.85,
    option: 0.85,
    choice: 0.8,
    column: 0.8,
    image: 0.75,
    heading: 0.7,
    text: 0.7,
  },
  button: { press: 1, image: 0.75, text: 0.7 },
  fill: { field: 1, choice: 0.75 },
  select: {
    radio: 1,
    option: 1,
    choice: 1,
    check: 0.9,
    press: 0.93,
    label: 0.85,
    field: 0.7,
    text: 0.7,
    image: 0.7,
  },
  check: { check: 1, radio: 0.95, press: 0.85, label: 0.8, text: 0.65 },
  read: {
    heading: 1,
    column: 1,
    label: 1,
    text: 1,
    press: 0.95,
    field: 0.95,
    choice: 0.95,
    check: 0.95,
    radio: 0.95,
    option: 0.9,
    image: 0.8,
  },
};

const FITS: Record<Action, string> = {
  click: 'press',
  'open-menu-path': 'press',
  'goto-url': 'press',
  save: 'button',
  confirm: 'button',
  fill: 'fill',
  select: 'select',
  check: 'check',
  uncheck: 'check',
  read: 'read',
};

/** Best first, at most 40, each element once. */
export function rank(page: Page, hunt: Hunt): Candidate[] {
  const fit = FIT[FITS[hunt.action]]!;
  const guarded = (hunt.action === 'save' || hunt.action === 'confirm') && !throwsAway(hunt.label);
  const hits: Hit[] = [];
  for (const entry of page.survey.entries) {
    const kind = entry.kind === 'box' ? 'text' : entry.kind;
    if (!fit[kind]) continue;
    const like = likenessOf(page, entry, kind, hunt);
    if (like < 0.6) continue;
    if (guarded && throwsAway(entry.name)) continue;
    hits.push({ entry, element: entry.element, kind, like });
  }
  const kept = dropOuter(hits.sort((a, b) => b.like - a.like).slice(0, 120)).slice(0, 60);
  const candidates = kept.map((hit) => weigh(page, hunt, hit, fit[hit.kind]!));
  return dropDoubles(candidates.sort((a, b) => b.score - a.score)).slice(0, 40);
}

interface Hit {
  entry: Entry;
  element: Element;
  kind: Kind;
  like: number;
}

/** The best that any of an element's words says. Weaker ties count less: text nearby is not a label. */
function likenessOf(page: Page, entry: Entry, kind: Kind, hunt: Hunt): number {
  const known = page.likes.get(hunt.words) ?? new Map<string, number>();
  page.likes.set(hunt.words, known);
  let best = 0;
  const also = (text: string | null, worth: number): void => {
    if (!text || best >= worth) return;
    let like = known.get(text);
    if (like === undefined) {
      like = likeness(hunt.words, text);
      known.set(text, like);
    }
    best = Math.max(best, worth * like);
  };
  const { element } = entry;
  const named = entry.key !== '' && !(entry.name === entry.before && !entry.label);
  if (entry.kind !== 'box' && named) also(entry.name, 1);
  if (best >= 0.97 || !isInteractive(kind)) return best;
  also(entry.label, 1);
  also(element.getAttribute('title'), 0.97);
  if (kind === 'press') {
    if (element.childElementCount > 0) also(squeeze(ownText(element)), 0.97);
    return best;
  }
  if (kind === 'check' || kind === 'radio') also(entry.after, 0.97);
  if (kind === 'radio' || kind === 'option') return best;
  also(element.getAttribute('placeholder'), 0.97);
  also(entry.before, 0.95);
  also(element.getAttribute('name'), 0.75);
  if (kind === 'choice' && hunt.action === 'select' && best < 0.9) {
    // A list that holds the wanted choice and has other words in front of it.
    for (const option of Array.from(element.children).slice(0, 60)) also(textOf(option, 60), 0.95);
  }
  return best;
}

function ownText(element: Element): string {
  let text = '';
  for (const kid of element.childNodes) if (kid.nodeType === 3) text += kid.nodeValue ?? '';
  return text;
}

/** Of a box and what is in it with the same words, a control wins, and of two plain boxes the inner one. */
function dropOuter<T extends { element: Element; kind: Kind; like: number }>(hits: T[]): T[] {
  const by = new Map(hits.map((hit) => [hit.element, hit]));
  const dropped = new Set<Element>();
  for (const hit of hits) {
    for (let at = parentOf(hit.element), up = 0; at && up < 5; at = parentOf(at), up++) {
      const outer = by.get(at);
      if (!outer) continue;
      const inner = isInteractive(hit.kind);
      if (isInteractive(outer.kind) && !inner) dropped.add(hit.element);
      else if (outer.like <= hit.like + 0.02) dropped.add(at);
      else if (!inner) dropped.add(hit.element);
    }
  }
  return hits.filter((hit) => !dropped.has(hit.element));
}

function weigh(page: Page, hunt: Hunt, { entry, element: found, kind, like }: Hit, fit: number): Candidate {
  const reasons = [like >= 0.97 ? 'name' : like >= 0.88 ? 'synonym' : 'part'];
  let element = found;
  let control: Element | null = null;
  if (kind === 'option' && isDropDown(found)) element = control = found.closest('select')!;
  else if (kind === 'label') control = controlOf(found);
  else if ((kind === 'radio' || kind === 'check') && isDrawnByLabel(found, page.sight)) {
    const label = labelsOf(found).find((one) => !page.sight.hidden(one)) ?? drawnBox(found, page);
    if (label) {
      element = label;
      control = found;
    }
  }
  let score = like * fit;
  const signs = hunt.within.length + hunt.path.length > 0 ? signsOf(entry) : [];
  if (hunt.within.length > 0) {
    const support = placeSupport(signs, hunt.within);
    score += 0.12 * (support.share - 0.5);
    if (support.row) reasons.push('row');
    reasons.push(support.share >= 0.75 ? 'within' : '-place');
  } else if (hunt.path.length > 0) {
    const support = placeSupport(signs, hunt.path.slice(-1));
    score += 0.06 * support.share;
    if (support.share >= 0.75) reasons.push('within');
  }
  if (hunt.value && kind === 'choice') {
    const has = Array.from(found.querySelectorAll('option,[role="option"]')).some(
      (option) => likeness(hunt.value!, textOf(option, 60)) >= 0.9,
    );
    score += has ? 0.05 : -0.1;
    reasons.push(has ? 'value' : '-value');
  }
  score += roleBonus(found, saidRole(hunt.label), hunt.action);
  reasons.push(fit >= 0.9 ? 'role' : '-role');
  if (page.modal && !contains(page.modal, found)) {
    score -= 0.1;
    reasons.push('-behind-dialog');
  }
  const state = page.sight.state(element);
  if (state !== 'ok') reasons.push(`-${state}`);
  if (state === 'hidden') score -= 0.1;
  return {
    element,
    score: Math.max(0, Math.min(1, score)),
    state,
    reasons,
    control: control ?? (kind === 'label' ? null : element),
  };
}

/** Small: it only parts equals. */
function roleBonus(element: Element, said: ReturnType<typeof saidRole>, action: Action): number {
  const role = element.getAttribute('role');
  const tag = element.localName;
  const isButton =
    tag === 'button' || role === 'button' || (tag === 'input' && element.getAttribute('type') !== 'reset');
  if (action === 'save' || action === 'confirm') return isButton ? 0.03 : 0;
  if (!said) return action === 'open-menu-path' && closestNav(element) ? 0.03 : 0;
  if (said === 'button') return isButton ? 0.05 : 0;
  if (said === 'tab')
    return role === 'tab' || /\btabs?\b/i.test(parentOf(element)?.className ?? '') ? 0.05 : 0;
  if (said === 'menu') return role === 'menuitem' || closestNav(element) ? 0.05 : 0;
  return tag === 'a' ? 0.05 : 0;
}

function closestNav(element: Element): boolean {
  return (
    element.closest(
      'nav,aside,[role="navigation"],[role="menu"],[role="menubar"],[class*="menu" i],[class*="nav" i],[class*="sidebar" i],[class*="lnb" i],[class*="gnb" i]',
    ) !== null
  );
}

function isDropDown(option: Element): boolean {
  const list = option.closest('select');
  return list !== null && !list.hasAttribute('multiple') && Number(list.getAttribute('size') ?? 1) <= 1;
}

function controlOf(label: Element): Element | null {
  return (label as HTMLLabelElement).control ?? label.querySelector('input,select,textarea') ?? null;
}

/** The drawn stand-in next to an input without ink. */
function drawnBox(input: Element, page: Page): Element | null {
  const parent = input.parentElement;
  return parent && !page.sight.hidden(parent) && parent.querySelectorAll('input').length === 1
    ? parent
    : null;
}

/** A label and its control, or two hits on one select, are one candidate. */
function dropDoubles(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of candidates) {
    const twin = kept.some(
      (other) =>
        other.element === one.element ||
        (one.control !== null && other.control === one.control) ||
        other.control === one.element,
    );
    if (!twin) kept.push(one);
  }
  return kept;
}
