/** The elements that might be a written-down target, each with what speaks for it. */
import type { Action } from '../guide/index.ts';
import type { Entry } from './entry.ts';
import { isInteractive, type Kind } from './kind.ts';
import type { Candidate } from './match.ts';
import { labelsOf, squeeze, textOf } from './name.ts';
import { placeSupport, signsOf } from './place.ts';
import { contains, parentOf } from './seam.ts';
import { isDrawnByLabel, type Sight } from './sight.ts';
import type { Survey } from './survey.ts';
import { likeness, saidRole, throwsAway, type Wording } from './words.ts';

/** What one search knows about the page. */
export interface Page {
  survey: Survey;
  sight: Sight;
  modal: Element | null;
  signs: string[];
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

/** How well a kind of element fits what is to be done with it; what is not named is ruled out. */
const CLICK =
  'press 1 label .85 check .85 radio .85 option .85 choice .8 column .8 image .75 heading .7 text .7';
const BUTTON = 'press 1 image .75 text .7';
const CHECK = 'check 1 radio .95 press .85 label .8 text .65';
const FITS: Record<Action, string> = {
  click: CLICK,
  'open-menu-path': CLICK,
  'goto-url': CLICK,
  save: BUTTON,
  confirm: BUTTON,
  fill: 'field 1 choice .75',
  select: 'radio 1 option 1 choice 1 check .9 press .93 label .85 field .7 text .7 image .7',
  check: CHECK,
  uncheck: CHECK,
  read: 'heading 1 column 1 label 1 text 1 press .95 field .95 choice .95 check .95 radio .95 option .9 image .8',
};

interface Hit {
  entry: Entry;
  like: number;
  fit: number;
}

/** Best first, at most 40, each element once. */
export function rank(page: Page, hunt: Hunt): Candidate[] {
  const fits = FITS[hunt.action].split(' ');
  const binding = /^(?:save|confirm)$/.test(hunt.action) && !throwsAway(hunt.label);
  /** The same words stand in many places. */
  const likes = new Map<string, number>();
  const like = (text: string): number => {
    const known = likes.get(text) ?? likeness(hunt.words, text);
    likes.set(text, known);
    return known;
  };
  const hits: Hit[] = [];
  for (const entry of page.survey.entries) {
    const fit = Number(fits[fits.indexOf(entry.kind) + 1]);
    if (!fits.includes(entry.kind) || (binding && throwsAway(entry.name))) continue;
    const best = likenessOf(entry, hunt, like);
    if (best >= 0.6) hits.push({ entry, like: best, fit });
  }
  const kept = dropOuter(hits.sort((a, b) => b.like - a.like).slice(0, 120)).slice(0, 60);
  const candidates: Candidate[] = [];
  for (const one of kept.map((hit) => weigh(page, hunt, hit)).sort((a, b) => b.score - a.score)) {
    // A label and its control, or two hits on one select, are one candidate.
    const twin = candidates.some(
      ({ element, control }) =>
        element === one.element || control === one.element || (control && control === one.control),
    );
    if (!twin) candidates.push(one);
  }
  return candidates.slice(0, 40);
}

/** The best that any of an element's words says. Weaker ties count less: text nearby is not a label. */
function likenessOf(entry: Entry, { action }: Hunt, like: (text: string) => number): number {
  const { element, kind, name, label, before, after } = entry;
  const get = (name: string): string | null => element.getAttribute(name);
  const texts: [worth: number, text: string | null][] = [];
  if (name !== before || label) texts.push([1, name]);
  if (isInteractive(kind)) {
    texts.push([1, label], [0.97, get('title')]);
    if (kind === 'press') texts.push([0.97, element.firstElementChild && ownText(element)]);
    if (kind === 'check' || kind === 'radio') texts.push([0.97, after]);
    if (/^(?:field|choice|check)$/.test(kind))
      texts.push([0.97, get('placeholder')], [0.95, before], [0.75, get('name')]);
    // A list that holds the wanted choice and has other words in front of it.
    if (kind === 'choice' && action === 'select')
      for (const option of Array.from(element.children).slice(0, 60)) texts.push([0.95, textOf(option, 60)]);
  }
  return texts.reduce(
    (best, [worth, text]) => (text && best < worth ? Math.max(best, worth * like(text)) : best),
    0,
  );
}

function ownText(element: Element): string {
  let text = '';
  for (const kid of element.childNodes) if (kid.nodeType === 3) text += kid.nodeValue;
  return squeeze(text);
}

/** Of a box and what is in it with the same words, a control wins, and of two plain boxes the inner one. */
function dropOuter(hits: Hit[]): Hit[] {
  const by = new Map(hits.map((hit) => [hit.entry.element, hit]));
  const dropped = new Set<Hit>();
  for (const hit of hits) {
    const inner = isInteractive(hit.entry.kind);
    for (let at = parentOf(hit.entry.element), up = 0; at && up < 5; at = parentOf(at), up++) {
      const outer = by.get(at);
      if (!outer) continue;
      if (!inner && isInteractive(outer.entry.kind)) dropped.add(hit);
      else if (outer.like <= hit.like + 0.02) dropped.add(outer);
      else if (!inner) dropped.add(hit);
    }
  }
  return hits.filter((hit) => !dropped.has(hit));
}

function weigh({ sight, modal }: Page, hunt: Hunt, { entry, like, fit }: Hit): Candidate {
  const { element: found, kind } = entry;
  const reasons = [like >= 0.97 ? 'name' : like >= 0.88 ? 'synonym' : 'part'];
  const { element, control } = drawn(found, kind, sight);
  let score = like * fit + roleBonus(found, saidRole(hunt.label), hunt.action);
  const places = hunt.within.length ? hunt.within : hunt.path.slice(-1);
  if (places.length) {
    const { share, row } = placeSupport(signsOf(entry), places);
    const asked = places === hunt.within;
    score += asked ? 0.12 * (share - 0.5) : 0.06 * share;
    if (row && asked) reasons.push('row');
    if (share >= 0.75) reasons.push('within');
    else if (asked) reasons.push('-place');
  }
  const { value } = hunt;
  if (value && kind === 'choice') {
    const has = [...found.querySelectorAll('option,[role="option"]')].some(
      (option) => likeness(value, textOf(option, 60)) >= 0.9,
    );
    score += has ? 0.05 : -0.1;
    reasons.push(has ? 'value' : '-value');
  }
  reasons.push(fit >= 0.9 ? 'role' : '-role');
  if (modal && !contains(modal, found)) {
    score -= 0.1;
    reasons.push('-behind-dialog');
  }
  const state = sight.state(element);
  if (state !== 'ok') reasons.push(`-${state}`);
  if (state === 'hidden') score -= 0.1;
  return { element, control, score: Math.max(0, Math.min(1, score)), state, reasons };
}

/** What a person sees of an entry, and the control behind it. */
function drawn(found: Element, kind: Kind, sight: Sight): Pick<Candidate, 'element' | 'control'> {
  if (kind === 'label')
    return {
      element: found,
      control: (found as HTMLLabelElement).control ?? found.querySelector('input,select,textarea'),
    };
  const list = kind === 'option' && found.closest('select:not([multiple])');
  if (list && !(Number(list.getAttribute('size')) > 1)) return { element: list, control: list };
  const parent = found.parentElement!;
  const standIn =
    /^(?:radio|check)$/.test(kind) &&
    isDrawnByLabel(found, sight) &&
    (labelsOf(found).find((one) => !sight.hidden(one)) ??
      (!sight.hidden(parent) && parent.querySelectorAll('input').length === 1 && parent));
  return { element: standIn || found, control: found };
}

const NAV =
  'nav,aside,[role="navigation"],[role="menu"],[role="menubar"],[class*="menu" i],[class*="nav" i],[class*="sidebar" i],[class*="lnb" i],[class*="gnb" i]';
const BUTTONS = 'button,[role="button"],input:not([type="reset"])';
/** What an element is when the manual's type word is of that group. */
const SAID = [
  '',
  BUTTONS,
  '[role="tab"],[class~="tab"]>*,[class~="tabs"]>*',
  `[role="menuitem"],:is(${NAV}) *`,
  'a',
];

/** Small: it only parts equals. */
function roleBonus(element: Element, said: number, action: Action): number {
  if (/^(?:save|confirm)$/.test(action)) return element.matches(BUTTONS) ? 0.03 : 0;
  if (!said) return action === 'open-menu-path' && element.closest(NAV) ? 0.03 : 0;
  return SAID[said] && element.matches(SAID[said]) ? 0.05 : 0;
}
