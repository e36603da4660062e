import { choseongOf } from './choseong.ts';
import { toKeys } from './keys.ts';
import { normalise } from './normal.ts';
import { HEADINGS, type Store, TITLE, textOf } from './store.ts';
import { solid } from './tokens.ts';

/** Forms of titles that are needed for the few best documents, made when asked for. */
export class Titles {
  readonly #store: Store;
  readonly #keys: string[] = [];
  #choseong: ChoseongText | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keystrokes of the title without spaces. */
  keys(document: number): string {
    let keys = this.#keys[document];
    if (keys === undefined) {
      keys = toKeys(solid(normalise(textOf(this.#store, document, TITLE))));
      this.#keys[document] = keys;
    }
    return keys;
  }

  choseong(): ChoseongText {
    this.#choseong ??= choseongText(this.#store);
    return this.#choseong;
  }
}

/** All titles and headings as first consonants in one string, since one long scan is faster than many short ones. */
export interface ChoseongText {
  text: string;
  /** Marks the units that begin a word. */
  wordStart: Uint8Array;
  /** Place of each document's title, of its headings, and the end. */
  starts: Uint32Array;
}

function choseongText(store: Store): ChoseongText {
  const parts: string[] = [];
  const marks: number[] = [];
  const starts = new Uint32Array(store.metas.length * 2 + 1);
  let at = 0;
  const add = (document: number, field: number) => {
    for (const word of normalise(textOf(store, document, field)).split(/[^\p{L}\p{N}]+/u)) {
      if (word === '') continue;
      marks.push(at);
      parts.push(word);
      at += word.length;
    }
    parts.push('\n');
    at++;
  };
  for (let d = 0; d < store.metas.length; d++) {
    starts[d * 2] = at;
    add(d, TITLE);
    starts[d * 2 + 1] = at;
    add(d, HEADINGS);
  }
  starts[store.metas.length * 2] = at;
  const wordStart = new Uint8Array(at);
  for (const mark of marks) wordStart[mark] = 1;
  return { text: choseongOf(parts.join('')), wordStart, starts };
}
