/** Where an element stands, in words: row, column, group, dialog, section. Nearest first. */

import { squeeze, textOf } from './name.ts';
import { closestOf, parentOf } from './seam.ts';
import type { Entry, Survey } from './survey.ts';
import { fold, likeness, turnsRound, type Wording, wordings } from './words.ts';

export interface Sign {
  kind: 'row' | 'column' | 'group' | 'dialog' | 'section' | 'field';
  text: string;
}

const HEADS = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,caption';

/** Signs around an entry, nearest first, at most 24. */
export function signsOf(entry: Entry): Sign[] {
  const { element } = entry;
  const signs: Sign[] = [];
  const put = (kind: Sign['kind'], text: string): void => {
    const said = squeeze(text).slice(0, 120);
    if (said && signs.length < 24 && !signs.some((sign) => sign.text === said))
      signs.push({ kind, text: said });
  };
  put('field', entry.before);
  put('column', entry.column);
  for (let at = parentOf(element); at && at.localName !== 'body'; at = parentOf(at)) {
    if (isRow(at) && !isLayout(at, element))
      for (const cell of cellsOf(at)) if (!cell.contains(element)) put('row', textOf(cell, 80));
    for (const head of ownHeads(at)) put(at.localName === 'dialog' ? 'dialog' : 'group', head);
  }
  for (const head of entry.heads) put('section', head);
  return signs;
}

export function isRow(element: Element): boolean {
  return (
    element.localName === 'tr' ||
    element.getAttribute('role') === 'row' ||
    (element.localName === 'li' && element.childElementCount > 0)
  );
}

export function cellsOf(row: Element): Element[] {
  return Array.from(row.children);
}

/** Old consoles lay whole pages out in one row: the menu in its other cell names nothing. */
function isLayout(row: Element, element: Element): boolean {
  const cell = cellsOf(row).find((one) => one.contains(element));
  return cell?.querySelector('h1,h2,h3,h4,h5,h6,table,fieldset') != null;
}

/** Names that a container carries itself. */
function ownHeads(box: Element): string[] {
  const heads: string[] = [];
  const label = box.getAttribute('aria-label');
  if (label) heads.push(label);
  const by = box.getAttribute('aria-labelledby');
  const root = box.getRootNode() as Document;
  if (by && typeof root.getElementById === 'function') {
    for (const id of by.split(/\s+/)) {
      const named = root.getElementById(id);
      if (named) heads.push(textOf(named, 80));
    }
  }
  const first = box.firstElementChild;
  if (first?.localName === 'legend' || first?.localName === 'caption') heads.push(textOf(first, 80));
  return heads;
}

/** How well the wanted places are borne out, 0 … 1, and whether one of them names the row. */
export function placeSupport(signs: Sign[], places: Wording[]): { share: number; row: boolean } {
  if (places.length === 0) return { share: 1, row: false };
  let sum = 0;
  let row = false;
  for (const place of places) {
    let best = 0;
    for (const sign of signs) {
      const like = signLikeness(place, sign);
      if (like > best) best = like;
      if (sign.kind === 'row' && like >= 0.9) row = true;
    }
    sum += best;
  }
  return { share: sum / places.length, row };
}

function signLikeness(place: Wording, sign: Sign): number {
  const like = likeness(place, sign.text);
  if (like >= 0.8) return like;
  const key = fold(sign.text);
  // A heading may say more than the manual: "예외 사용자 추가 (3명)"; a row's cell may hold several words. A sentence
  // that speaks of a place is none.
  const room = sign.kind === 'field' ? 0 : sign.kind === 'row' ? 120 : 3 * place.plain.length;
  const said =
    place.plain.length >= 2 &&
    key.length <= room &&
    key.includes(place.plain) &&
    !turnsRound(place.plain, key);
  return said ? Math.max(like, 0.85) : like;
}

/** Words that the page shows as where one is: title, headings, chosen tab, breadcrumb. */
export function pageSigns(elements: Element[], document: Document | null): string[] {
  const said = new Set<string>();
  if (document?.title) said.add(document.title);
  for (const element of elements) {
    if (
      !element.matches(
        `${HEADS},[aria-selected="true"],[aria-current]:not([aria-current="false"]),.active,.selected,.on,.current,nav[aria-label*="bread" i] *,[class*="breadcrumb" i] *`,
      )
    )
      continue;
    const text = textOf(element, 60);
    if (text && text.length <= 60) said.add(text);
  }
  return [...said];
}

const CHOSEN =
  '[aria-selected="true"],[aria-current]:not([aria-current="false"]),.active,.selected,.on,.current,[class*="breadcrumb" i] *';

/** The same from a survey, without another walk over the page. */
export function signsOfSurvey(page: Survey): string[] {
  const said = new Set<string>();
  for (const root of page.roots) {
    const title = (root as Document).title;
    if (typeof title === 'string' && title) said.add(title);
    for (const element of Array.from(root.querySelectorAll(CHOSEN)).slice(0, 200)) {
      const text = textOf(element, 60);
      if (text) said.add(text);
    }
  }
  for (const entry of page.entries) {
    if (entry.kind === 'heading' && entry.name && entry.name.length <= 60) said.add(entry.name);
    for (const head of entry.heads) said.add(head);
  }
  return [...said];
}

/** Parts of the breadcrumbs that are written as one text: `필터 관리 > 스팸 고급 필터`. */
export function waysOfSurvey(page: Survey): string[] {
  return page.entries
    .filter((entry) => entry.kind === 'text' && entry.name.length <= 80 && /\s[>›»]\s/.test(entry.name))
    .flatMap((entry) => entry.name.split(/\s[>›»]\s/));
}

export function supportOnPage(page: string[], places: string[], groups: string[][]): number {
  if (places.length === 0) return 1;
  const wanted = places.map((place) => wordings(place, groups));
  const sum = wanted.reduce(
    (total, place) => total + Math.max(0, ...page.map((text) => likeness(place, text))),
    0,
  );
  return sum / places.length;
}

/** The row that an element stands in, if it is one of several. */
export function rowOf(element: Element): Element | null {
  const row = closestOf(element, 'tr,[role="row"],li');
  if (!row?.parentElement) return null;
  const like = Array.from(row.parentElement.children).filter((one) => one.localName === row.localName);
  return like.length > 1 ? row : null;
}
