/** Where an element stands, in words: row, column, group, dialog, section. */
import type { Entry } from './entry.ts';
import { byIds } from './look.ts';
import { textOf } from './name.ts';
import { closestOf, parentOf } from './seam.ts';
import type { Survey } from './survey.ts';
import { fold, likeness, turnsRound, type Wording, wordings } from './words.ts';

export interface Sign {
  text: string;
  /** Most letters of a text that says the place among other words; null for three times the place. */
  room: number | null;
}

/** Most letters in the cell of a row that names it. */
const CELL = 120;

/** Signs around an entry. */
export function signsOf({ element, before, column, heads }: Entry): Sign[] {
  const signs: Sign[] = [{ text: before, room: 0 }];
  const put = (text: string | null): number => signs.push({ text: (text ?? '').slice(0, CELL), room: null });
  put(column);
  for (let at = parentOf(element); at && at.localName !== 'body'; at = parentOf(at)) {
    const cells =
      /^(?:tr|li)$/.test(at.localName) || at.getAttribute('role') === 'row' ? [...at.children] : [];
    const own = cells.find((cell) => cell.contains(element));
    // Old consoles lay whole pages out in one row: the menu in its other cell names nothing.
    if (!own?.querySelector('h1,h2,h3,h4,h5,h6,table,fieldset'))
      for (const cell of cells) if (cell !== own) signs.push({ text: textOf(cell, 80), room: CELL });
    put(at.getAttribute('aria-label'));
    put(byIds(at, at.getAttribute('aria-labelledby')));
  }
  for (const head of heads) put(head);
  return signs;
}

/** How well the wanted places are borne out, 0 … 1, and whether one of them names the row. */
export function placeSupport(signs: Sign[], places: Wording[]): { share: number; row: boolean } {
  let sum = 0;
  let row = false;
  for (const place of places) {
    const likes = signs.map((sign) => signLikeness(place, sign));
    sum += Math.max(0, ...likes);
    row ||= signs.some(({ room }, at) => room === CELL && likes[at]! >= 0.9);
  }
  return { share: places.length ? sum / places.length : 1, row };
}

function signLikeness(place: Wording, { text, room }: Sign): number {
  const like = likeness(place, text);
  const { plain } = place;
  const key = fold(text);
  // A heading may say more than the manual: "예외 사용자 추가 (3명)"; a row's cell may hold several words. A sentence
  // that speaks of a place is none.
  const told =
    plain.length > 1 &&
    key.length <= (room ?? 3 * plain.length) &&
    key.includes(plain) &&
    !turnsRound(plain, key);
  return told ? Math.max(like, 0.85) : like;
}

const CHOSEN =
  '[aria-selected="true"],[aria-current]:not([aria-current="false"]),.active,.selected,.on,.current,[class*="breadcrumb" i] *';

/** Words that the page shows as where one is: title, headings, chosen tab, breadcrumb. */
export function signs(page: Survey): string[] {
  const told = page.roots.flatMap((root) => [
    (root as Document).title,
    ...[...root.querySelectorAll(CHOSEN)].slice(0, 200).map((element) => textOf(element, 60)),
  ]);
  for (const { kind, name, heads } of page.entries)
    told.push(...heads, kind === 'heading' && name.length <= 60 ? name : '');
  return [...new Set(told)].filter((text) => typeof text === 'string' && text);
}

/** Parts of the breadcrumbs that are written as one text: `필터 관리 > 스팸 고급 필터`. */
export function waysOf(page: Survey): string[] {
  return page.entries.flatMap(({ kind, name }) =>
    kind === 'text' && name.length <= 80
      ? name.split(/\s[>›»]\s/).slice(name.search(/\s[>›»]\s/) < 0 ? 1 : 0)
      : [],
  );
}

/** 0 … 1: how far the page as a whole shows the named places. */
export function supportOnPage(page: string[], places: string[], groups: string[][]): number {
  return placeSupport(
    page.map((text) => ({ text, room: -1 })),
    places.map((place) => wordings(place, groups)),
  ).share;
}

/** The row that an element stands in, if it is one of several. */
export function rowOf(element: Element): Element | null {
  const row = closestOf(element, 'tr,[role="row"],li');
  const kin = [...(row?.parentElement?.children ?? [])].filter((one) => one.localName === row!.localName);
  return kin.length > 1 ? row : null;
}
