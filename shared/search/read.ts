import { ASKING, SILENT } from './asking.ts';
import type { Document, IndexOptions } from './document.ts';
import { EVERYDAY } from './everyday.ts';
import { LETTERS } from './letters.ts';
import { compose, normalise } from './normal.ts';
import { stemOf } from './stems.ts';
import { FIELDS, type Meta, type Texts } from './store.ts';
import { eachWord } from './tokens.ts';

/** Gives every distinct string a number, in order of appearance. */
class Numbering {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();
  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(text, number);
      this.list.push(text);
    }
    return number;
  }
}

/** A list of numbers that grows. */
class Growing {
  array = new Uint32Array(4096);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
  done(): Uint32Array<ArrayBuffer> {
    return this.array.slice(0, this.length);
  }
}

/** More kinds of gap than this share the last number: nobody reads rulers of 200 dashes in a search result. */
const MOST_GAPS = 0xffff;
const LONGEST_WORD = 1000;

/** Groups that some word of the documents belongs to; the others lead nowhere and need not be carried. */
const useful = (groups: string, words: string): string =>
  groups
    .split('\n')
    .filter((group) => group.split(' ').some((term) => words.includes(stemOf(term))))
    .join('\n');

/** Cuts documents into words and gaps. Throws when an id appears twice or a text is missing. */
export function readDocuments(documents: readonly Document[], options: IndexOptions = {}): Texts {
  const words = new Numbering();
  const gaps = new Numbering();
  words.of('');
  gaps.of(' ');
  gaps.of('');
  const places = new Growing();
  const gapOf = new Growing();
  const starts = new Growing();
  const numbers = new Map<string, number>();
  documents.forEach((document, number) => {
    if (
      typeof document.id !== 'string' ||
      typeof document.title !== 'string' ||
      typeof document.body !== 'string'
    )
      throw new Error(`search: document ${number} needs id, title and body as strings`);
    if (numbers.has(document.id))
      throw new Error(`search: two documents have the id '${document.id}'; give each its own`);
    numbers.set(document.id, number);
  });

  const read = (source: string) => {
    starts.push(places.length);
    const text = compose(source);
    let at = 0;
    eachWord(text, (start, end) => {
      // Only the very first gap of a field can be empty by rights; a single space is the usual one.
      gapOf.push(Math.min(gaps.of(text.slice(at, start)), MOST_GAPS));
      // A word of a thousand letters is no word but data that somebody pasted.
      places.push(words.of(text.slice(start, Math.min(end, start + LONGEST_WORD))));
      for (let from = start + LONGEST_WORD; from < end; from += LONGEST_WORD) {
        gapOf.push(gaps.of(''));
        places.push(words.of(text.slice(from, Math.min(end, from + LONGEST_WORD))));
      }
      at = end;
    });
    if (at < text.length) {
      gapOf.push(Math.min(gaps.of(text.slice(at)), MOST_GAPS));
      places.push(0);
    }
  };

  const metas = documents.map((document): Meta => {
    read(document.title);
    read((document.headings ?? []).join('\n'));
    read((document.tags ?? []).join('\n'));
    read(document.body);
    const day = Math.floor(Date.parse(document.updated ?? '') / 86_400_000);
    const related = (document.related ?? []).map((id) => numbers.get(id) ?? id);
    return {
      id: document.id,
      lang: document.lang ?? '',
      console: document.console ?? '',
      day: Number.isFinite(day) ? day : 0,
      related,
    };
  });
  starts.push(places.length);
  if (starts.length !== documents.length * FIELDS + 1) throw new Error('search: fields and starts disagree');
  return {
    metas,
    words: words.list,
    places: places.done(),
    gaps: gaps.list,
    gapOf: Uint16Array.from(gapOf.done()),
    starts: starts.done(),
    everyday: useful(EVERYDAY.trim(), normalise(words.list.join('\n'))),
    letters: LETTERS,
    silent: SILENT,
    asking: ASKING,
    terms: (options.terms ?? []).map((group) => [...group]),
  };
}
