/**
 * Every weight of the engine in one place. Set on LibreOffice's Korean help, Debian's FAQ and written paraphrases
 * (test/bench/search); no weight was fitted to the bench's other corpora.
 */
export const TUNING = {
  /** BM25: saturation of repeated words, and how much long titles and bodies are discounted. */
  k1: 1.2,
  titleB: 0.6,
  bodyB: 0.75,
  /** Weight of a word by where it stands. */
  title: 4,
  headings: 1.6,
  tags: 2.4,
  body: 1.4,
  /** A title's first word says what the document is about; people start typing there. */
  firstWord: 1.25,
  /** A syllable and the next consonant, beside a whole pair of syllables. */
  half: 0.3,
  /** The pair where stem and ending meet, and pairs inside the ending. */
  joint: 0.2,
  ending: 0.08,
  /** Hiragana and katakana beside kanji. */
  kana: 0.5,
  /** Longer words weigh more, but not in proportion: their grams say the same thing again. */
  lengthDamping: 0.28,
  /** The pair that meets at a space. */
  junction: 0.22,
  /** Trust in other readings of a word. */
  term: 0.95,
  everyday: 0.6,
  sound: 0.6,
  typo: 0.65,
  unfinished: 0.92,
  /** What a word weighs that asks rather than tells, and one that is said twice. */
  asking: 0.18,
  repeated: 0.15,
  /** What a title can earn, as a share of what the words can earn. */
  equal: 0.3,
  start: 0.2,
  inside: 0.1,
  near: 0.48,
  nearFrom: 0.45,
  alike: 0.45,
  alikePower: 1.7,
  /** What the second opinion adds, as a share of what was asked. */
  second: 0.3,
};
