/** What search is about. Everything but id, title and body may be left out. */
export interface Document {
  id: string;
  title: string;
  body: string;
  /** Headings inside the body, when they are known; they weigh more than plain body text. */
  headings?: readonly string[];
  tags?: readonly string[];
  /** BCP 47: `ko`, `en`, `ja`. */
  lang?: string;
  /** Id of the console that the document is about; null or absent for general knowledge. */
  console?: string | null;
  /** ISO 8601 date. */
  updated?: string;
  /** Ids of documents that an editor linked by hand. */
  related?: readonly string[];
}

/** [start, end) in UTF-16 units of the text that it belongs to (its NFC form, should it come in pieces). */
export type Range = [number, number];

export interface Hit {
  id: string;
  /** Comparable between queries: grows with how much of what was meant was found; from 1 on it is sure to fit. */
  score: number;
  ranges: {
    title: Range[];
    /** The passage of the body that answers best, or null when only the title matched. */
    body: { text: string; ranges: Range[] } | null;
  };
  /** Kinds of match for people: 초성, 한/영 전환, 오타, 비슷한 말. Empty for a plain match. */
  why: string[];
}

export interface IndexOptions {
  /** Groups of words that mean the same, in any script: [['스팸', 'spam', '정크메일'], …]. */
  terms?: readonly (readonly string[])[];
  /** Said when the documents were picked out of many more: rarity is then that of all of them. Not stored. */
  corpus?: Corpus;
}

/** What is known of a corpus that is not at hand. */
export interface Corpus {
  /** How many documents it has. */
  size: number;
  /** How many of them have a feature, by the key under which postings.ts keeps it. What is missing is guessed. */
  having: ReadonlyMap<number | string, number>;
}

export interface SearchOptions {
  /** Most hits to return; 10 unless told. */
  limit?: number;
  /** Prefer this language; documents in other languages come after or not at all. */
  lang?: string;
  /** Console in front of the person: its documents come first, those of other consoles later. */
  console?: string | null;
  /** The last syllable is still being composed. Taken as likely even when not told. */
  composing?: boolean;
}
