/**
 * What speaks for and against one candidate, as numbers. Agreement and contradiction are separate features, and
 * what is absent on both sides says nothing. The list follows what was measured on real consoles.
 */
import type { Fingerprint, Traits } from './fingerprint.ts';
import { alike, sameText } from './similar.ts';
import type { Survey } from './survey.ts';
import { SYNONYMS } from './synonyms.ts';

/** Words first: those cannot contradict in another language. `syn`, `cross` and `nth` are made of several traits. */
const FIELDS =
  'name label before hint title heads column options cross syn id attr href choice icon marks slot rank nth row'.split(
    ' ',
  );
const WORDS = FIELDS.indexOf('cross');
/** Equal, alike, contradicting, and equal with this contender alone: what several share is no proof of any. */
const WAYS = ['Eq', 'Sim', 'Clash', 'Only'];

export const FEATURES: readonly string[] = [
  ...FIELDS.flatMap((field) => WAYS.map((way) => field + way)),
  ...'kindClash roleClash hiddenClash rowGone rowName order rankNear prevEq nextEq nearShare byKinds byEq byClash isNeighbour tokenAndName nameAndPlace pathSim tagEq'.split(
    ' ',
  ),
];

const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at]));

/** Of what is not there: no names, they are never told. */
export const NONE_FEATURES = 19;

/** What a console.yaml says about words that mean the same, folded. */
export type Dictionary = ReadonlyMap<string, readonly string[]>;

export interface Setting {
  /** The page speaks another language than the one that was recorded: words cannot contradict. */
  foreign: boolean;
  dictionary: Dictionary;
}

type Value = string | readonly string[] | readonly [n: number, of: number];

/** Measures of one candidate, in the order of FEATURES. */
export function measure(kept: Fingerprint, seen: Traits, { foreign, dictionary }: Setting): Float64Array {
  const on = new Float64Array(FEATURES.length);
  const put = (name: string, value: number): void => {
    on[AT[name]!] = value;
  };
  const related = (a: string, b: string): boolean =>
    SYNONYMS.get(a)?.includes(b) || dictionary.get(a)?.includes(b) || false;
  const same = (a: string, b: string): boolean => sameText(a, b) || related(a, b);
  const likeness = (a: string, b: string): number =>
    sameText(a, b) ? 1 : related(a, b) ? 0.95 : a[0] === '#' || b[0] === '#' ? 0 : alike(a, b);
  const compare = (at: number, a?: Value | null, b?: Value | null): void => {
    if (!a?.length || !b?.length) return;
    let like: number;
    if (typeof a === 'string') like = likeness(a, b as string);
    else if (typeof a[0] === 'number') like = ordinal(a as [number, number], b as [number, number]);
    else {
      const theirs = b as string[];
      like =
        (a as string[]).filter((one) => theirs.some((other) => same(one, other))).length /
        Math.max(a.length, theirs.length);
    }
    tell(at, like);
  };
  const tell = (at: number, like: number): void => {
    if (like === 1) on[4 * at] = 1;
    else if (like > 0.3) on[4 * at + 1] = like;
    if (like < 0.5 && !(foreign && at <= WORDS)) on[4 * at + 2] = 1 - like;
  };

  const { name } = kept;
  const named = sameText(name, seen.name);
  for (const [at, field] of FIELDS.entries()) compare(at, kept[field as 'name'], seen[field as 'name']);
  if (!named && related(name, seen.name)) tell(FIELDS.indexOf('syn'), 1);
  if (!named) {
    // Words that moved: a label that became a placeholder, a caption that became a title.
    const [mine, theirs] = [wordsOf(kept), wordsOf(seen)];
    let best = 0;
    for (const [i, a] of mine.entries())
      for (const [j, b] of theirs.entries()) if (i !== j && a && b) best = Math.max(best, likeness(a, b));
    if (best > 0.35) tell(WORDS, best);
  }
  // Rows are known by their key. Other ranks compare only inside one group: the same name, or no name at all.
  if (!kept.row && (kept.same > 1 || seen.same > 1) && (named || (!name && !seen.name)))
    compare(FIELDS.indexOf('nth'), [kept.nth, kept.same], [seen.nth, seen.same]);
  if (kept.row && seen.row) {
    tell(FIELDS.indexOf('row'), kept.row.key === seen.row.key ? 1 : 0);
    if (named && kept.row.key === seen.row.key) put('rowName', 1);
  } else if (kept.row || seen.row) put('rowGone', 1);

  if (kept.kind !== seen.kind) put('kindClash', 1);
  if (kept.role && seen.role && kept.role !== seen.role) put('roleClash', 1);
  if (kept.hidden !== seen.hidden) put('hiddenClash', 1);
  if (kept.tag === seen.tag) put('tagEq', 1);
  put('pathSim', inOrder(kept.path ?? [], seen.path));
  const near = (a: number, b: number, room: number): number => Math.exp(-room * Math.abs(a - b));
  const part = ([n, of]: [number, number]): number => n / (of || 1);
  put('order', near(kept.order, seen.order, 12));
  put('rankNear', near(part(kept.rank), part(seen.rank), 25));
  if (kept.near[1] && same(kept.near[1], seen.near[1]!)) put('prevEq', 1);
  if (kept.near[2] && same(kept.near[2], seen.near[2]!)) put('nextEq', 1);
  const mine = kept.near.filter(Boolean);
  const theirs = seen.near.filter(Boolean);
  const shared = mine.filter((one) => theirs.some((other) => same(one, other))).length;
  if (shared) put('nearShare', shared / Math.max(mine.length, theirs.length));
  const start = seen.name.slice(0, 30);
  if (start && start !== name.slice(0, 30) && kept.near.includes(start)) put('isNeighbour', 1);
  // Place by place; what carries the identifier of a neighbour is the neighbour. Earlier releases kept none.
  for (const [at, one] of kept.by?.entries() ?? []) {
    const [a, b] = [tokenIn(one), tokenIn(seen.by[at]!)];
    if (one.split(' ')[0] === seen.by[at]!.split(' ')[0]) on[AT.byKinds!]! += 0.25;
    if (a && b) on[a === b ? AT.byEq! : AT.byClash!]! += 0.25;
    if (kept.self !== seen.self && ((seen.self && a === seen.self) || (kept.self && b === kept.self)))
      put('isNeighbour', 1);
  }
  return on;
}

const wordsOf = (one: Traits): string[] => [one.name, one.label, one.before, one.hint, one.title];

/** 0 … 1: how much of one list of tags stands in the other in the same order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row: number[] = b.map(() => 0);
  for (const one of a)
    row = b.reduce<number[]>((done, other, at) => {
      const left = done.at(-1) ?? 0;
      done.push(one === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at]!, left));
      return done;
    }, []);
  return (row.at(-1) ?? 0) / Math.max(a.length, b.length, 1);
}

/** `press edit` -> `edit` */
const tokenIn = (neighbour: string): string => neighbour.slice(neighbour.indexOf(' ') + 1);

/** The third of five is the third of five; it may still be the third, or the last but two. */
function ordinal([n, of]: readonly [number, number], [m, all]: readonly [number, number]): number {
  if (n === m && of === all) return 1;
  return n === m || of - n === all - m ? 0.5 : 0;
}

/**
 * Marks what is equal with one contender only. Then what proves by agreeing: an identifier with the name, a sole
 * name with its place.
 */
export function markSole({ name, same }: Fingerprint, rows: Float64Array[]): void {
  for (const [at, field] of FIELDS.entries()) {
    // The last of several equal names proves nothing, nor does a picture on what has a name.
    if (field === 'name' ? same > 1 : field === 'icon' && name) continue;
    const equal = rows.filter((row) => row[4 * at] && !row[AT.kindClash!]);
    if (equal.length === 1) equal[0]![4 * at + 3] = 1;
  }
  for (const row of rows) {
    const told = (names: string): boolean => names.split(' ').some((one) => row[AT[one]!]! > 0.4);
    if (!told('nameEq') || told('kindClash')) continue;
    if (told('idEq attrOnly hrefOnly')) row[AT.tokenAndName!] = 1;
    if (
      told('nameOnly') &&
      told('headsEq headsSim prevEq nextEq') &&
      !told('idClash attrClash hrefClash headsClash rowGone rowClash nthClash nthSim')
    )
      row[AT.nameAndPlace!] = 1;
  }
}

/** What speaks for the element not being on this page at all. */
export function measureNone(
  kept: Fingerprint,
  page: Survey,
  sameName: number,
  pool: number,
  foreign: boolean,
): Float64Array {
  const has = (word: string): boolean =>
    word.length === 30 ? [...page.words].some((one) => one.startsWith(word)) : page.words.has(word);
  /** Share of what is known to be there; nothing to say in another language or of blurred words. */
  const share = (words: string[], test: (word: string) => boolean): [seen: number, unseen: number] => {
    const known = words.filter((word) => word && word[0] !== '#');
    const seen = known.filter(test).length / (known.length || 1);
    return [seen, known.length ? 1 - seen : 0];
  };
  const words = (list: string[]): [number, number] => (foreign ? [0, 0] : share(list, has));
  const carried = (token: string): boolean => {
    const text = JSON.stringify(token);
    const least = token.length === 20 ? '^' : ''; // cut there
    return page.roots.some((root) =>
      root.querySelector(`[name${least}=${text}],[id${least}=${text}],[href*=${text} i]`),
    );
  };
  const by = share((kept.by ?? []).map(tokenIn), carried);
  return Float64Array.from([
    1,
    +!!kept.name,
    +!!kept.label,
    +!!(kept.id || kept.attr || kept.href.length),
    +/^(?:text|heading|label|column|image)$/.test(kept.kind),
    +!!kept.row,
    ...words(kept.near),
    ...words(kept.heads),
    words([kept.name])[1],
    words([kept.label])[1],
    +(!foreign && sameName > 0 && sameName < kept.same),
    +(!foreign && sameName > kept.same && !!kept.name),
    +(kept.same > 1),
    +(pool === 0),
    ...by,
    // Its neighbours are here, and it is not.
    kept.self && kept.self[0] !== '#' && !carried(kept.self) ? by[0] : 0,
  ]);
}
