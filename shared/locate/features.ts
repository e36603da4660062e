/**
 * What speaks for and against one candidate, as numbers. Agreement and contradiction are separate features, and
 * what is absent on both sides says nothing. The list follows what was measured on real consoles.
 */
import { type Fingerprint, sameText, type Traits, tokensOf } from './fingerprint.ts';
import { dice, overlap, parts } from './similar.ts';
import type { Survey } from './survey.ts';
import { SYNONYMS } from './synonyms.ts';

export const FEATURES = [
  'kindEq',
  'kindClash',
  'tagEq',
  'roleClash',
  'nameEq',
  'nameSim',
  'nameClash',
  'nameSyn',
  'synOnly',
  'nameOnly',
  'labelEq',
  'labelSim',
  'labelClash',
  'beforeEq',
  'beforeSim',
  'crossEq',
  'crossSim',
  'afterEq',
  'hintEq',
  'hintClash',
  'titleEq',
  'idEq',
  'idSim',
  'idClash',
  'attrEq',
  'attrSim',
  'attrClash',
  'attrOnly',
  'hrefEq',
  'hrefSim',
  'hrefClash',
  'hrefOnly',
  'optionsSim',
  'optionsClash',
  'choiceEq',
  'choiceClash',
  'iconEq',
  'iconClash',
  'iconOnly',
  'marksSim',
  'testId',
  'headEq',
  'headSim',
  'headClash',
  'columnEq',
  'columnClash',
  'landmarkClash',
  'order',
  'rank',
  'rankSame',
  'slotEq',
  'slotSame',
  'nthEq',
  'nthClash',
  'prevEq',
  'nextEq',
  'nearShare',
  'byEq',
  'byClash',
  'byKinds',
  'isNeighbour',
  'pathSim',
  'rowKeyEq',
  'rowNameEq',
  'rowKeyClash',
  'rowAtEq',
  'rowGone',
  'hiddenClash',
  'tokenAndName',
  'nameAndPlace',
] as const;

export const NONE_FEATURES = [
  'bias',
  'hasName',
  'hasLabel',
  'hasToken',
  'isText',
  'isRow',
  'nearSeen',
  'nearUnseen',
  'headSeen',
  'headUnseen',
  'nameUnseen',
  'labelUnseen',
  'fewer',
  'more',
  'shared',
  'empty',
  'bySeen',
  'byUnseen',
  'selfGone',
] as const;

/**
 * Marks what is equal with one contender only; several that share an address are no proof of any.
 * Then what proves by agreeing: an identifier with the name, a sole name with its place.
 */
export function markSole(rows: Float64Array[]): void {
  for (const [eq, only] of [
    [AT.nameSyn, AT.synOnly],
    [AT.attrEq, AT.attrOnly],
    [AT.hrefEq, AT.hrefOnly],
  ] as const) {
    const equal = rows.filter((row) => row[eq] === 1);
    if (equal.length === 1) equal[0]![only] = 1;
  }
  for (const row of rows) {
    const told = (...names: (typeof FEATURES)[number][]): boolean =>
      names.some((name) => row[AT[name]]! > 0.6);
    const named = told('nameEq') && told('kindEq');
    if (named && told('idEq', 'attrOnly', 'hrefOnly')) row[AT.tokenAndName] = 1;
    const against = told('idClash', 'attrClash', 'hrefClash', 'headClash', 'rowGone', 'rowKeyClash');
    if (named && told('nameOnly') && told('headEq', 'prevEq', 'nextEq') && !against) row[AT.nameAndPlace] = 1;
  }
}

const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<
  (typeof FEATURES)[number],
  number
>;

/** What a console.yaml says about words that mean the same, folded. */
export type Dictionary = ReadonlyMap<string, readonly string[]>;

export interface Setting {
  /** The page speaks another language than the one that was recorded: words cannot contradict. */
  foreign: boolean;
  dictionary: Dictionary;
}

const related = (a: string, b: string, setting: Setting): boolean =>
  (SYNONYMS.get(a)?.includes(b) ?? false) || (setting.dictionary.get(a)?.includes(b) ?? false);

/** Fills `into` (zeroed, FEATURES.length) for one candidate. `twins`: entries of the page with its kind and name. */
export function measure(kept: Fingerprint, seen: Traits, setting: Setting, into: Float64Array): void {
  const put = (name: (typeof FEATURES)[number], value: number): void => {
    into[AT[name]] = value;
  };
  /** Equal, alike or contradicting; nothing when one is missing. */
  const text = (a: string, b: string, eq: number, sim: number, clash: number): boolean => {
    if (!a || !b) return false;
    if (sameText(a, b)) {
      into[eq] = 1;
      return true;
    }
    const like = a[0] === '#' || b[0] === '#' ? 0 : alike(a, b);
    if (sim >= 0 && like > 0.3) into[sim] = like;
    if (clash >= 0 && like < 0.5 && !setting.foreign) into[clash] = 1 - like;
    return false;
  };
  const foreign = setting.foreign;

  put(seen.kind === kept.kind ? 'kindEq' : 'kindClash', 1);
  if (seen.tag === kept.tag) put('tagEq', 1);
  if (seen.role && kept.role && seen.role !== kept.role) put('roleClash', 1);

  const nameEq = text(kept.name, seen.name, AT.nameEq, AT.nameSim, AT.nameClash);
  if (nameEq && seen.same === 1 && kept.same === 1) put('nameOnly', 1);
  if (!nameEq && kept.name && seen.name && related(kept.name, seen.name, setting)) {
    put('nameSyn', 1);
    put('nameClash', 0);
  }
  text(kept.label, seen.label, AT.labelEq, AT.labelSim, AT.labelClash);
  if (kept.label && related(kept.label, seen.label, setting)) put('labelClash', 0);
  text(kept.before, seen.before, AT.beforeEq, AT.beforeSim, -1);
  text(kept.after, seen.after, AT.afterEq, -1, -1);
  text(kept.hint, seen.hint, AT.hintEq, -1, AT.hintClash);
  text(kept.title, seen.title, AT.titleEq, -1, -1);
  if (!nameEq) cross(kept, seen, setting, put);

  token(kept.id, seen.id, AT.idEq, AT.idSim, AT.idClash, into);
  token(kept.attr, seen.attr, AT.attrEq, AT.attrSim, AT.attrClash, into);
  if (kept.href.length && seen.href.length) {
    const share = overlap(kept.href, seen.href);
    if (share === 1) put('hrefEq', 1);
    else if (share > 0) put('hrefSim', share);
    else put('hrefClash', 1);
  }
  if (kept.options.length && seen.options.length) {
    const share = overlap(kept.options, seen.options);
    if (share > 0) put('optionsSim', share);
    else if (!foreign) put('optionsClash', 1);
    else if (kept.options.length === seen.options.length) put('optionsSim', 0.4);
  }
  if (kept.choice && seen.choice) put(kept.choice === seen.choice ? 'choiceEq' : 'choiceClash', 1);
  if (kept.icon.length && seen.icon.length) {
    const eq = overlap(kept.icon, seen.icon) > 0;
    put(eq ? 'iconEq' : 'iconClash', 1);
    if (eq && !kept.name && !seen.name) put('iconOnly', 1);
  }
  put('marksSim', overlap(kept.marks, seen.marks));
  if (kept.marks.some((mark) => mark.startsWith('t:') && seen.marks.includes(mark))) put('testId', 1);
  around(kept, seen, setting, put);
}

/** Words that moved: a label that became a placeholder, a caption that became a title. */
function cross(
  kept: Traits,
  seen: Traits,
  setting: Setting,
  put: (name: 'crossEq' | 'crossSim' | 'nameClash' | 'labelClash', value: number) => void,
): void {
  const mine = [kept.name, kept.label, kept.before, kept.hint, kept.title];
  const theirs = [seen.name, seen.label, seen.before, seen.hint, seen.title];
  let best = 0;
  for (const [i, a] of mine.entries()) {
    for (const [j, b] of theirs.entries()) {
      if (i === j || !a || !b) continue; // those are compared on their own
      if (sameText(a, b)) best = 1;
      else if (related(a, b, setting)) best = Math.max(best, 0.9);
      else if (best < 0.9 && a[0] !== '#' && b[0] !== '#') best = Math.max(best, 0.85 * alike(a, b));
    }
  }
  if (best === 1) put('crossEq', 1);
  else if (best > 0.35) put('crossSim', best);
}

function around(
  kept: Fingerprint,
  seen: Traits,
  setting: Setting,
  put: (name: (typeof FEATURES)[number], value: number) => void,
): void {
  const { foreign } = setting;
  const same = (a: string, b: string): boolean => sameText(a, b) || related(a, b, setting);
  if (kept.heads.length && seen.heads.length) {
    let best = 0;
    for (const [i, a] of kept.heads.entries())
      for (const [j, b] of seen.heads.entries())
        best = Math.max(best, (same(a, b) ? 1 : 0.8 * alike(a, b)) * (i + j > 0 ? 0.7 : 1));
    if (best >= 0.7) put('headEq', best);
    else if (best > 0.3) put('headSim', best);
    else if (!foreign) put('headClash', 1);
  }
  if (kept.column && seen.column) {
    if (same(kept.column, seen.column)) put('columnEq', 1);
    else if (!foreign) put('columnClash', 1);
  }
  if (kept.landmark !== seen.landmark) put('landmarkClash', 1);
  const off = Math.abs(kept.order - seen.order);
  put('order', Math.exp(-12 * off));
  const [rank, ranks] = kept.rank;
  const [other, others] = seen.rank;
  put('rank', Math.exp(-12 * Math.abs(rank / Math.max(1, ranks) - other / Math.max(1, others))));
  if (ranks === others && rank === other) put('rankSame', 1);
  const [slot, slots] = kept.slot;
  const [here, heres] = seen.slot;
  if (slots > 1 || heres > 1) {
    if (slots === heres && slot === here) put('slotSame', 1);
    else if (slot === here || slots - slot === heres - here) put('slotEq', 1);
  }
  // Rows are known by their key. Other ranks compare only inside one group: the same name, or no name at all.
  if (
    (kept.same > 1 || seen.same > 1) &&
    !kept.row &&
    (sameText(kept.name, seen.name) || (!kept.name && !seen.name))
  ) {
    if (kept.same === seen.same) put(kept.nth === seen.nth ? 'nthEq' : 'nthClash', 1);
    else if (kept.nth === seen.nth || kept.same - kept.nth === seen.same - seen.nth) put('nthEq', 0.5);
    else put('nthClash', 0.5);
  }
  const [, prev, next] = [kept.near[0], kept.near[1], kept.near[2]];
  if (prev && same(prev, seen.near[1] ?? '')) put('prevEq', 1);
  if (next && same(next, seen.near[2] ?? '')) put('nextEq', 1);
  const mine = kept.near.filter(Boolean);
  const theirs = seen.near.filter(Boolean);
  const shared = mine.filter((one) => theirs.some((other) => same(one, other))).length;
  if (shared > 0) put('nearShare', shared / Math.max(mine.length, theirs.length));
  if (
    seen.name &&
    seen.name.slice(0, 30) !== kept.name.slice(0, 30) &&
    kept.near.includes(seen.name.slice(0, 30))
  )
    put('isNeighbour', 1);
  beside(kept, seen, put);
  put('pathSim', common(kept.path, seen.path));
  if (kept.row && seen.row) {
    if (kept.row.key === seen.row.key) {
      put('rowKeyEq', 1);
      if (sameText(kept.name, seen.name)) put('rowNameEq', 1);
    } else put('rowKeyClash', 1);
    if (kept.row.at === seen.row.at) put('rowAtEq', 1);
  } else if (kept.row || seen.row) put('rowGone', 1);
  if (kept.hidden !== seen.hidden) put('hiddenClash', 1);
}

/**
 * Neighbours by kind and identifier, place by place. What carries the identifier of a neighbour is the neighbour.
 * Fingerprints of earlier releases know none.
 */
function beside(
  kept: Fingerprint,
  seen: Traits,
  put: (name: 'byEq' | 'byClash' | 'byKinds' | 'isNeighbour', value: number) => void,
): void {
  if (!kept.by) return;
  let [kinds, clash, equal] = [0, 0, 0];
  for (const [at, one] of kept.by.entries()) {
    const other = seen.by[at]!;
    const [mine, theirs] = [tokenIn(one), tokenIn(other)];
    if (one.split(' ')[0] === other.split(' ')[0]) kinds++;
    if (mine && theirs && mine === theirs) equal++;
    else if (mine && theirs) clash++;
  }
  put('byKinds', kinds / 4);
  put('byEq', equal / 4);
  put('byClash', clash / 4);
  const swapped =
    kept.self !== seen.self &&
    ((seen.self && kept.by.some((one) => tokenIn(one) === seen.self)) ||
      (kept.self && seen.by.some((one) => tokenIn(one) === kept.self)));
  if (swapped) put('isNeighbour', 1);
}

/** `press edit` -> `edit` */
const tokenIn = (neighbour: string): string => neighbour.slice(neighbour.indexOf(' ') + 1);

function token(a: string, b: string, eq: number, sim: number, clash: number, into: Float64Array): void {
  if (!a || !b) return;
  if (a === b) into[eq] = 1;
  else {
    const share = Math.max(overlap(parts(a), parts(b)), 0.7 * dice(a.toLowerCase(), b.toLowerCase()));
    if (share > 0.4) into[sim] = share;
    else into[clash] = 1;
  }
}

/** 0 … 1; one text inside the other counts more than pairs of characters tell. */
function alike(a: string, b: string): number {
  const like = dice(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short)
    ? Math.max(like, 0.5 + (0.4 * short.length) / long.length)
    : like;
}

/** Share of the longest common subsequence of two tag paths. */
function common(a: readonly string[], b: readonly string[]): number {
  if (!a.length || !b.length) return 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(one === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]! / Math.max(a.length, b.length);
}

/** What speaks for the element not being on this page at all. */
export function measureNone(
  kept: Fingerprint,
  page: Survey,
  sameName: number,
  pool: number,
  foreign: boolean,
): Float64Array {
  const has = (word: string): boolean => page.words.has(word);
  const near = kept.near.filter((word) => word && word[0] !== '#');
  const seen =
    foreign || near.length === 0
      ? 0
      : near.filter((word) =>
          word.length === 30 ? [...page.words].some((one) => one.startsWith(word)) : has(word),
        ).length / near.length;
  const heads = kept.heads.filter((word) => word && word[0] !== '#');
  const headSeen = foreign || heads.length === 0 ? 0 : heads.filter(has).length / heads.length;
  const words = !foreign;
  const tokens = tokensOf(page);
  const by = (kept.by ?? []).map(tokenIn).filter(Boolean);
  const bySeen = by.length ? by.filter((one) => tokens.has(one)).length / by.length : 0;
  return Float64Array.from([
    1,
    kept.name ? 1 : 0,
    kept.label ? 1 : 0,
    kept.id || kept.attr || kept.href.length ? 1 : 0,
    /^(?:text|heading|label|column|box|image)$/.test(kept.kind) ? 1 : 0,
    kept.row ? 1 : 0,
    seen,
    words && near.length ? 1 - seen : 0,
    headSeen,
    words && heads.length ? 1 - headSeen : 0,
    words && kept.name && kept.name[0] !== '#' && !has(kept.name) ? 1 : 0,
    words && kept.label && kept.label[0] !== '#' && !has(kept.label) ? 1 : 0,
    words && sameName > 0 && sameName < kept.same && kept.name ? 1 : 0,
    words && sameName > kept.same && kept.name ? 1 : 0,
    kept.same > 1 ? 1 : 0,
    pool === 0 ? 1 : 0,
    bySeen,
    by.length ? 1 - bySeen : 0,
    // Its neighbours are here, and it is not.
    kept.self && !tokens.has(kept.self) ? bySeen : 0,
  ]);
}
