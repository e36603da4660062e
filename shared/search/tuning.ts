/**
 * Every weight of the engine in one place. Set on LibreOffice's Korean help, Debian's FAQ and written paraphrases
 * (test/bench/search); no weight was fitted to the bench's other corpora.
 */
/** BM25: saturation of repeated words, and how much long titles and bodies are discounted. */
export const k1 = 1.2;
export const titleB = 0.6;
export const bodyB = 0.75;
/** Weight of a word by where it stands. */
export const title = 4;
export const headings = 1.6;
export const tags = 2.4;
export const body = 1.4;
/** A title's first word says what the document is about; people start typing there. */
export const firstWord = 1.25;
/** A syllable and the next consonant, beside a whole pair of syllables. */
export const half = 0.3;
/** The pair where stem and ending meet, and pairs inside the ending. */
export const joint = 0.2;
export const ending = 0.08;
/** Hiragana and katakana beside kanji. */
export const kana = 0.5;
/** Longer words weigh more, but not in proportion: their grams say the same thing again. */
export const lengthDamping = 0.28;
/** The pair that meets at a space. */
export const junction = 0.22;
/** Trust in other readings of a word. */
export const term = 0.95;
export const everyday = 0.65;
/** What an everyday word or a sound weighs for the square of its amount. */
export const loose = 1.3;
export const sound = 0.6;
export const typo = 0.65;
export const unfinished = 0.92;
/** What a word weighs that asks rather than tells, and one that is said twice. */
export const asking = 0.18;
export const repeated = 0.15;
/** What a title can earn, as a share of what the words can earn. */
export const equal = 0.3;
export const start = 0.2;
export const inside = 0.1;
export const near = 0.48;
export const nearFrom = 0.45;
export const alike = 0.45;
export const alikePower = 1.7;
/** Like words in a title, beside the words themselves. */
export const like = 0.9;
/** What the second opinion adds, as a share of what was asked. */
export const second = 0.3;
