/** A surveyed page against one fingerprint: which entries to compare at all, with their measures. */

import { FEATURES, markSole, measure, measureNone, type Setting } from './features.ts';
import { type Fingerprint, type Traits, traitsOf } from './fingerprint.ts';
import { blur } from './similar.ts';
import type { Entry, Survey } from './survey.ts';
import { SYNONYMS } from './synonyms.ts';
import { throwsAway } from './words.ts';

const SHORTLIST = 40;
/** Without words more has to be looked at. */
const SHORTLIST_FOREIGN = 80;

/** Kinds that releases turn into one another. */
const KIN: Record<string, string> = {
  press: 'press text image',
  field: 'field choice',
  choice: 'choice field',
  check: 'check radio press',
  radio: 'radio check press',
  option: 'option press',
  heading: 'heading text label column press',
  text: 'text heading label column press',
  label: 'label text heading column',
  column: 'column text heading label press',
  image: 'image press',
  box: 'box',
};

export interface Contender {
  entry: Entry;
  traits: Traits;
  on: Float64Array;
}

export interface Scene {
  contenders: Contender[];
  none: Float64Array;
}

export function stage(kept: Fingerprint, page: Survey, setting: Setting): Scene {
  const kin = new Set((KIN[kept.kind] ?? kept.kind).split(' '));
  const keptAt = kept.order * page.size;
  const cheap: { entry: Entry; worth: number }[] = [];
  let sameName = 0;
  const blurred = kept.name[0] === '#';
  const rows = kept.row ? rowsOf(page, kept.row.key) : null;
  for (const entry of page.entries) {
    if (!kin.has(entry.kind)) continue;
    const named =
      kept.name !== '' &&
      (blurred
        ? entry.key !== '' && blur(entry.key.slice(0, 60)) === kept.name
        : entry.key.slice(0, 60) === kept.name);
    if (named && entry.kind === kept.kind) sameName++;
    let worth = entry.kind === kept.kind ? 1 : entry.kind === 'text' || entry.kind === 'press' ? 0 : 0.5;
    if (named) worth += 4;
    else if (kept.name && !blurred && entry.key && touches(kept.name, entry.key)) worth += 1.5;
    const element = entry.element;
    if (kept.id && element.id === kept.id) worth += 3;
    if (kept.attr && element.getAttribute('name') === kept.attr) worth += 3;
    if (
      kept.href.length &&
      element
        .getAttribute('href')
        ?.toLowerCase()
        .includes(kept.href[kept.href.length - 1]!)
    )
      worth += 2;
    if (kept.column && entry.column) worth += 0.5;
    if (kept.near[1] && page.turns[entry.turn - 1]?.key.slice(0, 30) === kept.near[1]) worth += 1;
    if (kept.near[2] && page.turns[entry.turn + 1]?.key.slice(0, 30) === kept.near[2]) worth += 1;
    if (kept.slot[1] > 1 && kept.slot[0] === entry.slot && kept.slot[1] === entry.box.count) worth += 1;
    if (entry.rank === kept.rank[0]) worth += 1;
    worth += 2 * Math.exp((-4 * Math.abs(entry.at - keptAt)) / Math.max(40, page.size));
    cheap.push({ entry, worth });
  }
  cheap.sort((a, b) => b.worth - a.worth);
  const contenders: Contender[] = [];
  for (const { entry } of cheap.slice(0, setting.foreign ? SHORTLIST_FOREIGN : SHORTLIST)) {
    if (vetoed(kept, entry, rows)) continue;
    const traits = traitsOf(page, entry);
    const on = new Float64Array(FEATURES.length);
    measure(kept, traits, setting, on);
    contenders.push({ entry, traits, on });
  }
  markSole(contenders.map((one) => one.on));
  return { contenders, none: measureNone(kept, page, sameName, contenders.length, setting.foreign) };
}

function touches(a: string, b: string): boolean {
  return (
    (a.length > 2 && b.includes(a)) ||
    (b.length > 2 && a.includes(b)) ||
    (a.length > 3 && b.length > 3 && (a.slice(0, 4) === b.slice(0, 4) || a.slice(-4) === b.slice(-4)))
  );
}

/** Rows of the page that carry the kept row's key. */
function rowsOf(page: Survey, key: string): Set<Element> {
  const rows = new Set<Element>();
  for (const { row } of page.entries)
    if (row && !rows.has(row.element) && blur(row.key) === key) rows.add(row.element);
  return rows;
}

/** What no score may overrule. */
function vetoed(kept: Fingerprint, entry: Entry, rows: Set<Element> | null): boolean {
  if ((kept.landmark === 'dialog') !== (entry.landmark === 'dialog')) return true;
  if (entry.kind === 'press' && otherDeed(kept.name, entry.key)) return true;
  if (!kept.row || !rows || !entry.row) return false;
  // The row that was meant: the one with its key; when the data is other data, only a first row stays a first row.
  if (rows.size > 0) return !rows.has(entry.row.element);
  return kept.row.at > 0 || entry.row.at > 0;
}

/** A save is never a cancel or a delete. A delete may be renamed, but not to a word that is known to mean something else. */
function otherDeed(kept: string, seen: string): boolean {
  if (!kept || kept[0] === '#' || !seen || kept === seen) return false;
  const away = throwsAway(kept);
  if (throwsAway(seen) !== away) return !away || SYNONYMS.has(seen);
  return false;
}
