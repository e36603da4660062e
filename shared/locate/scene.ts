/** A surveyed page against one fingerprint: which entries to compare at all, with their measures. */
import type { Entry } from './entry.ts';
import { markSole, measure, measureNone, type Setting, tokenIn } from './features.ts';
import { type Fingerprint, tokenOf, traitsOf } from './fingerprint.ts';
import { blur } from './similar.ts';
import type { Survey } from './survey.ts';
import { SYNONYMS } from './synonyms.ts';
import { throwsAway } from './words.ts';

/** How many are compared closely; without words more have to be. */
const SHORTLIST = 40;
const SHORTLIST_FOREIGN = 80;

/** Kinds that releases turn into one another. */
const KIN =
  /^(\w+) \1$|^(?:heading|text|label|column) (?:heading|text|label|column|press)$|^press (?:text|image)$|^(?:option|image) press$|^(?:field|choice) (?:field|choice)$|^(?:check|radio) (?:check|radio|press)$/;

export interface Contender {
  entry: Entry;
  on: Float64Array;
}

export interface Scene {
  contenders: Contender[];
  none: Float64Array;
}

export function stage(kept: Fingerprint, page: Survey, setting: Setting): Scene {
  const { name, kind, near, slot, row } = kept;
  const kin = new Set([...page.kinds.keys()].filter((other) => KIN.test(`${kind} ${other}`)));
  const keptAt = kept.order * page.size;
  const blurred = name[0] === '#';
  const address = kept.href.at(-1);
  const cheap: { entry: Entry; worth: number }[] = [];
  let sameName = 0;
  /** Rows of the page that carry the kept row's key. */
  const rows = new Map<Entry['row'], boolean>();
  for (const entry of page.entries) {
    if (row && entry.row && !rows.has(entry.row)) rows.set(entry.row, blur(entry.row.key) === row.key);
    if (!kin.has(entry.kind)) continue;
    const { element, turn } = entry;
    const key = entry.key.slice(0, 60);
    const named = name !== '' && (blurred ? key !== '' && blur(key) === name : key === name);
    if (named && entry.kind === kind) sameName++;
    let worth =
      (entry.kind === kind ? 1 : 0) +
      2 * Math.exp((-4 * Math.abs(entry.at - keptAt)) / Math.max(40, page.size)) +
      +isCalled(page.turns[turn - 1], near[1]) +
      +isCalled(page.turns[turn + 1], near[2]) +
      +(entry.rank === kept.rank[0]) +
      +(slot[1] > 1 && slot[0] === entry.slot && slot[1] === entry.box.count);
    if (named) worth += 4;
    else if (!blurred && touches(name, key)) worth += 1.5;
    if (kept.id && element.id === kept.id) worth += 3;
    if (kept.attr && element.getAttribute('name') === kept.attr) worth += 3;
    if (address && element.getAttribute('href')?.toLowerCase().includes(address)) worth += 2;
    cheap.push({ entry, worth });
  }
  const found = [...rows.values()].includes(true);
  const contenders = cheap
    .sort((a, b) => b.worth - a.worth)
    .slice(0, setting.foreign ? SHORTLIST_FOREIGN : SHORTLIST)
    .filter(({ entry }) => {
      // What no score may overrule.
      if ((kept.landmark === 'dialog') !== (entry.landmark === 'dialog')) return false;
      if (entry.kind === 'press' && otherDeed(name, entry.key)) return false;
      if (!row || !entry.row) return true;
      // The row that was meant: the one with its key; in other data only a first row stays a first row.
      return found ? rows.get(entry.row) : row.at + entry.row.at === 0;
    })
    .map(({ entry }) => ({ entry, on: measure(kept, traitsOf(page, entry), setting) }));
  markSole(
    kept,
    contenders.map((one) => one.on),
  );
  return {
    contenders,
    // In another language a name that has become rare says nothing.
    none: measureNone(kept, page, {
      sameName: setting.foreign ? 0 : sameName,
      closed: closed(kept, page, setting),
    }),
  };
}

const isCalled = (entry: Entry | undefined, word = ''): boolean =>
  !!word && !!entry && (entry.key === word || (word.length === 30 && entry.key.startsWith(word)));

/** Whether what stood before it and what stood behind it now stand side by side. */
function closed({ near, by, row }: Fingerprint, { turns }: Survey, { foreign }: Setting): boolean {
  const [before, behind] = [1, 2].map((place) => {
    const token = foreign && by ? tokenIn(by[place]!) : '';
    return (one?: Entry): boolean =>
      foreign ? !!token && !!one && tokenOf(one) === token : isCalled(one, near[place]);
  });
  return !row && turns.some((one, at) => before!(one) && behind!(turns[at + 1]));
}

function touches(a: string, b: string): boolean {
  return (
    (a.length > 2 && b.includes(a)) ||
    (b.length > 2 && a.includes(b)) ||
    (a.length > 3 && b.length > 3 && (a.slice(0, 4) === b.slice(0, 4) || a.slice(-4) === b.slice(-4)))
  );
}

/** A save is never a cancel or a delete. A delete may be renamed, but not to a word that is known to mean something else. */
function otherDeed(kept: string, seen: string): boolean {
  if (!kept || kept[0] === '#' || !seen || kept === seen) return false;
  const away = throwsAway(kept);
  return throwsAway(seen) !== away && (!away || SYNONYMS.has(seen));
}
