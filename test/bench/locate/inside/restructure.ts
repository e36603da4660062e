/**
 * Changes of structure that real releases of consoles made: controls become other widgets, icons take the place of
 * words, menus are grouped anew, a section or a setting goes and another stands in its place.
 */
import type { Chance } from './chance.ts';

export interface Restructured {
  document: Document;
  chance: Chance;
  /** Puts an element of another tag into its place; the truth follows. */
  swapTag(element: Element, tag: string): Element;
  /** A word that the page does not know. */
  word(): string;
}

const all = ({ document }: Restructured, selector: string): Element[] =>
  Array.from(document.body.querySelectorAll(selector));

/** Native controls become what a library of components draws. */
export function widgets(page: Restructured): void {
  const { chance } = page;
  const [choices, checks, presses] = [chance.yes(0.4), chance.yes(0.4), chance.yes(0.4)];
  for (const choice of choices ? all(page, 'select:not([multiple])') : []) {
    const chosen = choice.querySelector('option')?.textContent ?? '';
    const made = page.swapTag(choice, 'div');
    made.setAttribute('role', 'combobox');
    made.textContent = chosen;
  }
  for (const check of checks ? all(page, 'input[type="checkbox"]') : []) {
    const made = page.swapTag(check, 'button');
    made.setAttribute('type', 'button');
    made.setAttribute('role', 'switch');
  }
  for (const press of presses ? all(page, 'a:not([href]), a[href="#"], button') : []) {
    if (!chance.yes(0.4)) continue;
    const made = page.swapTag(press, chance.pick(['div', 'span']));
    made.removeAttribute('href');
    made.setAttribute('role', press.closest('li') && chance.yes(0.5) ? 'menuitem' : 'button');
  }
}

/** One place of the page shows icons only: the words move into a title, a label for readers, or nowhere. */
export function iconsOnly(page: Restructured): void {
  const { chance } = page;
  const places = all(page, 'tbody, ul, .btn-group, .card-header, .box-header, .card-footer, .box-footer');
  for (const place of chance.shuffle(places).slice(0, 2)) {
    const to = chance.pick(['title', 'aria-label', 'data-original-title', '']);
    for (const press of place.querySelectorAll('a, button')) {
      const words = (press.textContent ?? '').trim();
      if (!words || words.length > 24 || press.querySelector('img,input')) continue;
      if (to) press.setAttribute(to, words);
      const icon = press.querySelector('i') ?? page.document.createElement('i');
      icon.className ||= `mdi mdi-${words
        .split(' ')[0]!
        .toLowerCase()
        .replace(/[^a-z]/g, '')}`;
      press.replaceChildren(icon);
    }
  }
}

/** Icons get words. */
export function iconsNamed(page: Restructured): void {
  for (const press of all(page, 'a, button')) {
    const told = press.getAttribute('title') ?? press.getAttribute('aria-label');
    if ((press.textContent ?? '').trim() || !press.querySelector('i,svg')) continue;
    press.append(` ${told || `${page.word()}`}`);
  }
}

/** Entries of a long list move under a new one; a list in a list is laid flat. */
export function menus(page: Restructured): void {
  const { chance, document } = page;
  for (const list of all(page, 'ul')) {
    const entries = Array.from(list.children).filter(
      (one) => one.localName === 'li' && one.querySelector('a'),
    );
    if (entries.length < 4 || entries.length > 30) continue;
    if (chance.yes(0.4)) {
      const from = chance.below(entries.length - 2);
      const box = document.createElement('li');
      box.innerHTML = `<a href="#">${page.word()} ${page.word()}</a><ul></ul>`;
      entries[from]!.before(box);
      box.lastElementChild!.append(...entries.slice(from, from + 2 + chance.below(3)));
    } else if (chance.yes(0.3)) {
      for (const inner of list.querySelectorAll(':scope > li > ul'))
        inner.parentElement!.after(...inner.children);
    }
  }
}

/** Boxes that held nothing together go. */
export function unwrap(page: Restructured, share: number): void {
  for (const box of all(page, 'div:not([id]):not([role])'))
    if (box.parentElement && box.childElementCount && page.chance.yes(share))
      box.replaceWith(...box.childNodes);
}

/** A whole section is moved out of the page: what stood in it is gone, what stood beside it is not. */
export function dropSection(page: Restructured): void {
  const sections = all(page, '.card, .box, .panel, .x_panel, fieldset, form, table, .tab-pane').filter(
    (one) => {
      const size = one.querySelectorAll('*').length;
      return size > 12 && size < 200;
    },
  );
  if (sections.length > 1) page.chance.pick(sections).remove();
}

/** A setting or an action goes, and a new one of the same make stands in its place. */
export function replaced(page: Restructured, pieces: Element[], renew: (piece: Element) => Element): void {
  for (const piece of pieces)
    if (piece.isConnected && piece.parentElement && page.chance.yes(0.03)) piece.replaceWith(renew(piece));
}

/** Counts behind the words of menus and headings are of the day. */
export function counts(page: Restructured): void {
  const { chance } = page;
  for (const one of all(page, 'li > a, .card-title, .box-title, .btn'))
    if (chance.yes(0.15) && !one.querySelector('input') && (one.textContent ?? '').trim())
      one.append(` (${chance.below(400)})`);
}
