/**
 * What speaks for and against one candidate, as numbers. Agreement and contradiction are separate features, and
 * what is absent on both sides says nothing. The list follows what was measured on real consoles; what the fit could
 * do without is not in it.
 */
import type { Fingerprint, Traits } from './fingerprint.ts';
import { alike, sameText } from './similar.ts';
import type { Survey } from './survey.ts';
import { SYNONYMS } from './synonyms.ts';

/** A trait that is equal (Eq), alike (Sim), contradicting (Clash), or equal with this contender alone (Only). */
export const FEATURES: readonly string[] =
  'nameEq nameSim nameClash nameOnly labelEq labelSim beforeEq beforeSim hintEq headsEq headsSim optionsEq optionsSim optionsClash idEq idSim idClash attrEq attrSim attrClash hrefEq hrefSim hrefClash choiceEq choiceClash makeEq makeSim iconEq iconClash pathEq pathSim slotEq rankEq rankSim rankNear nthEq nthClash rowEq kindClash order prevEq nextEq nearShare byEq byClash isNeighbour tied'.split(
    ' ',
  );

const AT = new Map(FEATURES.map((name, at) => [name, at]));
const TRAITS = new Set(FEATURES.map((name) => name.replace(/[A-Z].*/, '')));
/** Their words differ in another language. */
const WORDED = new Set('name label before hint heads options'.split(' '));

/** Of what is not there: no names, they are never told. */
export const NONE_FEATURES = 6;

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
    const at = AT.get(name);
    if (at !== undefined) on[at] = value;
  };
  const related = (a: string, b: string): boolean =>
    SYNONYMS.get(a)?.includes(b) || dictionary.get(a)?.includes(b) || false;
  const same = (a: string, b: string): boolean => sameText(a, b) || related(a, b);
  const likeness = (a: string, b: string): number => {
    if (sameText(a, b)) return 1;
    // In another language the dictionary's word is the word.
    return related(a, b) ? (foreign ? 1 : 0.95) : a[0] === '#' || b[0] === '#' ? 0 : alike(a, b);
  };
  const share = (a: readonly string[], b: readonly string[]): number =>
    a.filter((one) => b.some((other) => same(one, other))).length / Math.max(a.length, b.length, 1);
  const tell = (trait: string, like: number): void => {
    if (like === 1) put(`${trait}Eq`, 1);
    else if (like > 0.3) put(`${trait}Sim`, like);
    if (like < 0.5 && !(foreign && WORDED.has(trait))) put(`${trait}Clash`, 1 - like);
  };
  const compare = (trait: string, a?: Value | null, b?: Value | null): void => {
    if (!a?.length || !b?.length) return;
    if (typeof a === 'string') tell(trait, likeness(a, b as string));
    else if (typeof a[0] === 'number') tell(trait, ordinal(a as [number, number], b as [number, number]));
    else tell(trait, share(a as string[], b as string[]));
  };

  const { name } = kept;
  const named = likeness(name, seen.name) === 1;
  if (foreign && related(name, seen.name)) put('tied', 1);
  // A picture says something where no words do.
  for (const trait of TRAITS)
    if (trait !== 'icon' || !name || !seen.name) compare(trait, kept[trait as 'name'], seen[trait as 'name']);
  // Rows are known by their key. Other ranks compare only inside one group: the same name, or no name at all.
  if (!kept.row && (kept.same > 1 || seen.same > 1) && (named || (!name && !seen.name)))
    compare('nth', [kept.nth, kept.same], [seen.nth, seen.same]);
  if (kept.row && kept.row.key === seen.row?.key) put('rowEq', 1);
  if (kept.kind !== seen.kind) put('kindClash', 1);
  const near = (a: number, b: number, room: number): number => Math.exp(-room * Math.abs(a - b));
  const part = ([n, of]: [number, number]): number => n / (of || 1);
  put('order', near(kept.order, seen.order, 12));
  put('rankNear', near(part(kept.rank), part(seen.rank), 25));
  if (kept.near[1] && same(kept.near[1], seen.near[1]!)) put('prevEq', 1);
  if (kept.near[2] && same(kept.near[2], seen.near[2]!)) put('nextEq', 1);
  put('nearShare', share(kept.near.filter(Boolean), seen.near.filter(Boolean)));
  const start = seen.name.slice(0, 30);
  if (start && start !== name.slice(0, 30) && kept.near.includes(start)) put('isNeighbour', 1);
  // Place by place; what carries the identifier of a neighbour is the neighbour. Earlier releases kept none.
  const by = { Eq: 0, Clash: 0 };
  for (const [at, one] of kept.by?.entries() ?? []) {
    const [a, b] = [tokenIn(one), tokenIn(seen.by[at]!)];
    if (a && b) by[a === b ? 'Eq' : 'Clash'] += 0.25;
    if (kept.self !== seen.self && ((seen.self && a === seen.self) || (kept.self && b === kept.self)))
      put('isNeighbour', 1);
  }
  put('byEq', by.Eq);
  put('byClash', by.Clash);
  return on;
}

/** `press edit` -> `edit` */
export const tokenIn = (neighbour: string): string => neighbour.slice(neighbour.indexOf(' ') + 1);

/** The third of five is the third of five; it may still be the third, or the last but two. */
function ordinal([n, of]: readonly [number, number], [m, all]: readonly [number, number]): number {
  if (n === m && of === all) return 1;
  return n === m || of - n === all - m ? 0.5 : 0;
}

/** An equal name proves when no other contender has it, and the last of several proves nothing. */
export function markSole({ same }: Fingerprint, rows: Float64Array[]): void {
  const named = rows.filter((row) => row[AT.get('nameEq')!] && !row[AT.get('kindClash')!]);
  if (named.length === 1 && same < 2) named[0]![AT.get('nameOnly')!] = 1;
}

/** What speaks for the element not being on this page at all. */
export function measureNone(
  { by: neighbours, self = '', same }: Fingerprint,
  { roots }: Survey,
  { sameName, closed }: { sameName: number; closed: boolean },
): Float64Array {
  /** Share of these identifiers that nothing carries now; of blurred ones there is nothing to say. */
  const lost = (tokens: string[]): number => {
    const known = tokens.filter((token) => token && token[0] !== '#');
    return known.length && known.filter((token) => !carried(token)).length / known.length;
  };
  const carried = (token: string): boolean => {
    const text = JSON.stringify(token);
    const least = token.length === 20 ? '^' : ''; // cut there
    return roots.some((root) =>
      root.querySelector(`[name${least}=${text}],[id${least}=${text}],[href*=${text} i]`),
    );
  };
  const by = (neighbours ?? []).map(tokenIn).filter(Boolean);
  const away = lost(by);
  return Float64Array.from([
    1,
    +(sameName > 0 && sameName < same),
    +(same > 1),
    away,
    // Its neighbours are here, and it is not.
    by.length ? lost([self]) * (1 - away) : 0,
    +closed,
  ]);
}
