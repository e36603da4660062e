import { SPAN_CHAR, SPAN_CHARS, type Span, spanOf } from '../text/span.ts';
import { ARTICLES, OBJECT_NOUNS, STOPS, TYPE_WORDS } from './words.ts';

/** What stands after an English verb or preposition. */
export interface Thing {
  spans: Span[];
  /** Unmarked words without article and type word. */
  words: string;
  /** Capital first letter: most likely the words on the screen. */
  named: boolean;
  type: (typeof TYPE_WORDS)[number][1] | null;
  /** Index in the given text after it. */
  end: number;
}

/** What a check-box sentence may hold: `Sign messages for this domain with DKIM`. */
const INSIDE: ReadonlySet<string> = new Set([
  'for',
  'with',
  'of',
  'from',
  'to',
  'in',
  'by',
  'as',
  'on',
  'at',
  'that',
  'you',
  'after',
  'before',
]);

/** `the Forward all email sent to this mailbox check box`: a name runs up to its type word, small words and all. */
const TYPED =
  /^\s*the\s+([+\p{Lu}](?:(?!\s(?:the|an?|your|next to|and then)\s)[^,.;:\ue000-\ue7ef]){1,80}?)\s+(?:radio button|check ?box|button|tab|option|field|text box|box|drop-?down|link|icon|toggle|switch|section|page|menu)(?![\p{L}-])/u;
/** A check box may have a whole sentence for its name, kinds of places and all. */
const BOXED = /^\s*the\s+(\p{Lu}[^,.;:\ue000-\ue7ef]{1,80}?)\s+(?:radio button|check ?box)(?![\p{L}-])/u;
/** The typed name at the start of these words, with its kind, or null. */
export function typedName(text: string): RegExpExecArray | null {
  return BOXED.exec(text) ?? TYPED.exec(text);
}
/** `Log in`, `Sign out` as names of buttons. */
const PHRASAL = /^(?:log|sign|opt|check|turn|set|back|clock|zoom)$/iu;

const KIND_FIRST = /^(?:option|check ?box|button|tab|link|menu|field) (?=\p{Lu}\p{Ll}+ )/u;
/** `(for instance, …)`, `(optional)`: a remark, no part of the name. */
const ASIDE =
  /^\((?:for|e\.g|i\.e|such|if|optional|max|min|up|at|only|or|like|see|usually|where|this|the|you)/iu;
/** `Email Accounts in the Email section`: where it is. */
const PLACE_AFTER =
  /^(?:in|on|under|from|at) (?:the |your )?[^,.;:]{1,40} (?:section|page|tab|menu|area|group|panel|pane|screen|window|dialog|sidebar|toolbar|box|field|list|column|row)\b/iu;

const PRONOUN = /^(?:you|if|when|and|or|then|is|are)$/u;

interface Reading {
  /** The label may be a whole check-box sentence. */
  sentence?: boolean;
  /** These words end it too: `to` in `change Role to Admin`, `and` in a list of fields. */
  ends?: readonly string[];
}

/** Reads the noun group at the start of `text`. */
export function readThing(text: string, spans: readonly Span[], reading: Reading = {}): Thing {
  const { sentence = false, ends = [] } = reading;
  const typed = typedName(text);
  if (typed && !ends.some((word) => typed[1]!.includes(` ${word} `))) {
    const { rest, type } = dropType(typed[0].trim().replace(/^the\s+/u, ''));
    return { spans: [], words: rest, named: true, type, end: typed[0].length };
  }
  const found: Span[] = [];
  const words: string[] = [];
  let named = false;
  let led: Thing['type'] = null;
  let end = 0;
  for (const hit of text.matchAll(/\S+/gu)) {
    const raw = hit[0];
    const clean = raw.replace(/[,.;:!?]+$/u, '');
    const word = clean.toLowerCase();
    const chars = clean.match(SPAN_CHARS);
    if (chars) {
      // Two labels in a row without a word between are a list or a path; a word between ends the group.
      if (found.length && words.length) break;
      found.push(...chars.map((char) => spanOf(char, spans)!));
      words.length = 0;
      end = hit.index + raw.length;
      if (clean !== raw && !raw.endsWith(',')) break;
      continue;
    }
    if (
      found.length &&
      (word === 'and' || word === 'or') &&
      SPAN_CHAR.test(text.slice(hit.index + raw.length).trimStart()[0] ?? '')
    )
      continue;
    const inName =
      named &&
      clean === word &&
      word !== 'or' &&
      !ends.includes(word) &&
      (phrasal(words, word, text.slice(hit.index + raw.length)) ||
        word === 'of' ||
        (sentence && INSIDE.has(word)) ||
        continuesName(text.slice(hit.index + raw.length)));
    // `enter the From and To addresses`: a small word with a capital opens a name.
    const opensName = words.length === 0 && !found.length && /^\p{Lu}/u.test(clean) && !PRONOUN.test(word);
    if ((STOPS.has(word) || ends.includes(word)) && !inName && !opensName) break;
    if (word === '(on)' || word === '(off)' || /^[-–—]+$/u.test(word)) {
      if (words.length || found.length) break;
      continue;
    }
    if (/^\(/u.test(clean) && (!named || ASIDE.test(clean))) break;
    if (named && PLACE_AFTER.test(text.slice(hit.index))) break;
    if (words.length === 0 && !found.length && ARTICLES.has(word)) continue;
    // `the checkbox Switch on spam filtering`: the kind stands before the name.
    if (words.length === 0 && !found.length && KIND_FIRST.test(text.slice(hit.index))) {
      led = dropType(word).type;
      continue;
    }
    if (words.length === 0 && !found.length) named = /^[\p{Lu}\d+]/u.test(clean);
    if (clean) words.push(clean);
    end = hit.index + raw.length;
    if (clean !== raw) break;
  }
  const { rest, type } = dropType(words.join(' '));
  return { spans: found, words: rest, named, type: type ?? led, end };
}

function phrasal(words: readonly string[], word: string, after: string): boolean {
  const last = words.length === 1 && PHRASAL.test(words[0]!);
  return last && /^(?:in|on|out|off|up)$/u.test(word) && !/^\s+(?:the|a|your|with|as|at)\b/iu.test(after);
}

/** `Process New Emails and Mark them as Spam`: a small word inside a name is followed by a capital soon. */
function continuesName(after: string): boolean {
  return /^\s+(?:(?:the|a|an|of|to|in|for)\s+)?\p{Lu}\p{L}+/u.test(after);
}

function dropType(text: string): { rest: string; type: Thing['type'] } {
  let rest = text;
  let type: Thing['type'] = null;
  for (let again = true; again; ) {
    again = false;
    for (const [word, kind] of TYPE_WORDS) {
      const low = rest.toLowerCase();
      if (low !== word && !low.endsWith(` ${word}`)) continue;
      rest = rest.slice(0, rest.length - word.length).trim();
      type ??= kind;
      again = rest !== '';
      break;
    }
  }
  return { rest, type };
}

/** The reader's own object: small letters and a noun for people or things. */
export function isObject(thing: Thing): boolean {
  if (thing.spans.length || thing.named) return false;
  const words = thing.words.toLowerCase().split(' ');
  return OBJECT_NOUNS.has(words.join(' ')) || OBJECT_NOUNS.has(words.at(-1) ?? '') || words[0] === 'it';
}
