/** What the shape of a few elements says: rows of data, landmarks, headings without a heading tag. */
import type { Entry, Landmark, Row } from './entry.ts';
import { isInteractive, type Kind } from './kind.ts';
import { squeeze } from './name.ts';
import { fold } from './words.ts';

/** What names a control that the page itself gives no name: old consoles write the words into the cell before it. */
export function nearName(entry: Entry): string {
  const { kind, element } = entry;
  if (!isInteractive(kind as Kind)) return '';
  const said = element.getAttribute('title') || element.getAttribute('placeholder') || '';
  if (kind === 'check' || kind === 'radio') return entry.after || entry.before || said;
  return kind === 'field' || kind === 'choice' ? entry.before || said : said;
}

export function hasOwnText(element: Element): boolean {
  for (let kid = element.firstChild; kid; kid = kid.nextSibling)
    if (kid.nodeType === 3 && /\S/.test(kid.nodeValue ?? '')) return true;
  return false;
}

/** Boxes that stand for headings where a console has none. */
export function looksLikeHeading(element: Element, kind: Kind, tag: string): boolean {
  if (kind !== 'text' && kind !== 'column') return false;
  if (tag === 'td' || tag === 'th')
    return Number(element.getAttribute('colspan') ?? 1) > 1 && element.parentElement?.childElementCount === 1;
  return (
    (tag === 'div' || tag === 'span' || tag === 'p') &&
    /title|heading|caption|legend/i.test(element.getAttribute('class') ?? '')
  );
}

export function landmarkOf(element: Element, tag: string, role: string | null): Landmark {
  if (tag === 'dialog' || role === 'dialog' || role === 'alertdialog') return 'dialog';
  if (tag === 'nav' || role === 'navigation' || role === 'menubar') return 'nav';
  if (tag === 'aside' || role === 'complementary') return 'aside';
  if (tag === 'footer' || role === 'contentinfo') return 'footer';
  if (tag === 'header' || role === 'banner') return 'header';
  const look = element.getAttribute('class');
  return look?.includes('modal') && look.split(/\s+/).includes('modal') ? 'dialog' : '';
}

/** A row of data stands under a header row, or among rows of three cells and more, and holds no form fields. */
export function isDataRow(row: Element): boolean {
  const table = row.closest('table,[role="grid"],[role="table"]');
  const body = row.parentElement;
  if (!table || !body || body.localName === 'thead' || body.localName === 'tfoot') return false;
  if (row.childElementCount < 2) return false;
  const first = body.firstElementChild;
  const header =
    table.querySelector('thead') !== null || (first !== row && first?.firstElementChild?.localName === 'th');
  const manyRows = body.childElementCount > 2 && row.childElementCount > 2;
  if (
    (!header && !manyRows) ||
    (first === row && row.firstElementChild?.localName === 'th' && !table.querySelector('thead'))
  )
    return false;
  return (
    row.querySelector(
      'textarea,select,input:not([type="checkbox"]):not([type="radio"]):not([type="hidden"]):not([type="submit"]):not([type="button"]):not([type="image"])',
    ) === null
  );
}

export function rowOf(element: Element, at: number): Row {
  let key = '';
  for (const cell of element.children) {
    key = fold((cell.textContent ?? '').slice(0, 120));
    if (key) break;
  }
  return { element, key, at, table: element.closest('table') };
}

export function byIds(element: Element, ids: string): string {
  const root = element.getRootNode() as Document;
  if (typeof root.getElementById !== 'function') return '';
  return squeeze(
    ids
      .split(/\s+/)
      .map((id) => root.getElementById(id)?.textContent ?? '')
      .join(' '),
  ).slice(0, 160);
}
