/** What the shape of a few elements says: rows of data, landmarks, headings without a heading tag. */
import { type Kind, table } from './kind.ts';
import { squeeze } from './name.ts';
import { fold } from './words.ts';

export type Landmark = '' | 'dialog' | 'nav' | 'header' | 'footer' | 'aside';

/** What is written for those who do not see it. */
export function said(element: Element): string {
  for (const name of ['aria-label', 'title', 'alt', 'data-original-title', 'data-bs-original-title']) {
    const text = element.getAttribute(name);
    if (text) return text;
  }
  return '';
}

export function hasOwnText(element: Element): boolean {
  for (let kid = element.firstChild; kid; kid = kid.nextSibling)
    if (kid.nodeType === 3 && /\S/.test(kid.nodeValue!)) return true;
  return false;
}

/** Boxes that stand for headings where a console has none. */
export function looksLikeHeading(element: Element, kind: Kind, tag: string): boolean {
  if (tag === 'td' || tag === 'th')
    return Number(element.getAttribute('colspan')) > 1 && element.parentElement?.childElementCount === 1;
  return (
    kind === 'text' &&
    /^(?:div|span|p)$/.test(tag) &&
    /title|heading|caption|legend/i.test(element.getAttribute('class')!)
  );
}

const LANDMARKS = table<Landmark>(
  'dialog: dialog alertdialog, nav: nav navigation menubar, aside: aside complementary, footer: footer contentinfo, header: header banner',
);

export function landmarkOf(tag: string, element?: Element, role?: string | null): Landmark {
  return LANDMARKS.get(role!) ?? LANDMARKS.get(tag) ?? (element?.classList.contains('modal') ? 'dialog' : '');
}

/** A row of data stands under a header row, or among rows of three cells and more, and holds no form fields. */
export function isDataRow(row: Element): boolean {
  const table = row.closest('table,[role="grid"],[role="table"]');
  const body = row.parentElement;
  const cells = row.childElementCount;
  if (!table || !body || /^t(?:head|foot)$/.test(body.localName) || cells < 2) return false;
  const first = body.firstElementChild!;
  const head = table.querySelector('thead');
  const many = body.childElementCount > 2 && cells > 2;
  if (!head && (first.firstElementChild?.localName === 'th' ? first === row : !many)) return false;
  return !row.querySelector(
    'textarea,select,input:not([type="checkbox"],[type="radio"],[type="hidden"],[type="submit"],[type="button"],[type="image"])',
  );
}

/** Folded text of the first cell with words. */
export function rowKey(row: Element): string {
  for (const cell of row.children) {
    const key = fold((cell.textContent ?? '').slice(0, 120));
    if (key) return key;
  }
  return '';
}

export function byIds(element: Element, ids: string | null): string {
  if (!ids) return '';
  const root = element.getRootNode() as Document;
  return squeeze(
    ids
      .split(/\s+/)
      .map((id) => root.getElementById?.(id)?.textContent ?? '')
      .join(' '),
  ).slice(0, 160);
}
