import type { Sense } from '../steps/action-for.ts';
import type { Span } from '../text/span.ts';
import { readThing, type Thing } from './object.ts';

const LISTS: ReadonlySet<Sense> = new Set<Sense>(['fill', 'choose', 'press', 'check', 'uncheck']);
const NEXT = /^\s*(?:,\s*)?(?:(and|or)\s+)?(?=\S)/iu;
const MOST = 12;

const ADJECTIVE = /^(?:first|last|given|family|start|end|new|old|current|starting|ending)$/iu;

/**
 * `Enter the name, email address and phone number`, `Choose either Allow or Block`: several unmarked things after one
 * verb. Commas alone make no list: what follows may be a remark. `and` joins only what is typed in or marked by its
 * own capital (`From and To`), since names of menus hold it too.
 */
export function readList(
  sense: Sense,
  first: Thing,
  text: string,
  spans: readonly Span[],
): { things: Thing[]; or: boolean } {
  const things = [first];
  const alone = { things: [first], or: false };
  if (!LISTS.has(sense) || first.spans.length || !first.words) return alone;
  const ends = sense === 'fill' ? ['and'] : [];
  let at = first.end;
  let joint: string | null = null;
  for (let i = 0; i < MOST; i++) {
    const link = NEXT.exec(text.slice(at));
    const comma = text.slice(0, at).trimEnd().endsWith(',') || link?.[0].trimStart().startsWith(',');
    if (!link || !(comma || link[1])) break;
    const from = at + link[0].length;
    const next = readThing(text.slice(from), spans, { ends });
    if (!next.words || next.spans.length || next.end === 0 || next.words.split(' ').length > 5) break;
    things.push(next);
    joint = link[1]?.toLowerCase() ?? null;
    at = from + next.end;
    if (joint && !text.slice(0, at).trimEnd().endsWith(',')) break;
  }
  if (things.length < 2 || !joint) return alone;
  if (joint === 'and' && sense !== 'fill') return alone;
  if (joint === 'or' && !things.every((one) => one.named)) return alone;
  // `first and last name`: the noun is said once.
  const noun = /\s(\S+)$/u.exec(things.at(-1)!.words)?.[1];
  if (noun && ADJECTIVE.test(first.words)) things[0] = { ...first, words: `${first.words} ${noun}` };
  // `the From and To addresses`: the kind of thing is said once.
  const kind = things.every((one) => one.named) ? /\s(?:addresses|names|fields|dates|times|values)$/u : null;
  return {
    things: things.map((one) => ({ ...one, words: kind ? one.words.replace(kind, '') : one.words })),
    or: joint === 'or',
  };
}
