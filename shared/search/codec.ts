import { FIELDS, type Meta, type Texts } from './store.ts';

/**
 * The stored form: "GJS2", a checksum of what follows (four bytes, lowest first), then tables and one stream of symbols,
 * all in the bytes described beside each part.
 */
const HEAD = 8;
/** Gaps that are known without being written; read.ts numbers them first. */
const SPACE = 0;
const NONE = 1;
const ONE_BYTE = 176;
const TWO_BYTES = ONE_BYTE + 72 * 256;

class Writer {
  bytes = new Uint8Array(1 << 16);
  length = 0;
  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }
  /** Seven bits a byte, the high bit says that more follow. */
  number(value: number): void {
    while (value > 127) {
      this.byte((value & 127) | 128);
      value >>>= 7;
    }
    this.byte(value);
  }
  /** Numbers below 176 in one byte, below 18,608 in two, the rest in three (up to 524,287 more). */
  rank(value: number): void {
    if (value < 176) this.byte(value);
    else if (value < 176 + 72 * 256) {
      const rest = value - 176;
      this.byte(176 + (rest >> 8));
      this.byte(rest & 255);
    } else {
      const rest = value - 176 - 72 * 256;
      if (rest >= 8 << 16)
        throw new Error('search: more than 540,000 distinct words; make an index for each part');
      this.byte(248 + (rest >> 16));
      this.byte((rest >> 8) & 255);
      this.byte(rest & 255);
    }
  }
}

class Reader {
  readonly bytes: Uint8Array;
  at = 0;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return value;
  }
  rank(): number {
    const first = this.#byte();
    if (first < 176) return first;
    if (first < 248) return 176 + ((first - 176) << 8) + this.#byte();
    const high = (first - 248) << 16;
    return 176 + 72 * 256 + high + (this.#byte() << 8) + this.#byte();
  }
  #byte(): number {
    return this.bytes[this.at++]!;
  }
}

/** What an index begins with: the name of the form, and FNV-1a of the rest, so that damage is found before anything is read. */
function headOf(bytes: Uint8Array): number[] {
  let sum = 0x811c9dc5;
  for (let i = HEAD; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return [0x47, 0x4a, 0x53, 0x32, ...[0, 8, 16, 24].map((shift) => (sum >>> shift) & 255)];
}

/** Rank of every key by how often it occurs, commonest first; ties by key, so that equal input gives equal bytes. */
function ranked(counts: Uint32Array): { order: number[]; rankOf: Uint32Array } {
  const order: number[] = [];
  counts.forEach((count, key) => {
    if (count > 0) order.push(key);
  });
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const rankOf = new Uint32Array(counts.length);
  order.forEach((key, rank) => {
    rankOf[key] = rank;
  });
  return { order, rankOf };
}

export function encode(texts: Texts): Uint8Array {
  const out = new Writer();
  out.length = HEAD;
  const symbols = ordered(texts);
  const ofWord = new Uint32Array(texts.words.length);
  const ofGap = new Uint32Array(texts.gaps.length);
  symbols.forEach(({ number, gap }, symbol) => {
    (gap ? ofGap : ofWord)[number] = symbol;
  });
  const { terms, everyday, letters, silent, asking } = texts;
  const rest = { metas: texts.metas.map(packMeta), terms, everyday, letters, silent, asking };
  writeDictionary(out, symbols, JSON.stringify(rest));
  const slots = texts.metas.length * FIELDS;
  for (let slot = 0; slot < slots; slot++) out.number(texts.starts[slot + 1]! - texts.starts[slot]!);
  eachSymbol(texts, (gap, number) => out.rank((gap ? ofGap : ofWord)[number]!));
  const bytes = out.bytes.slice(0, out.length);
  bytes.set(headOf(bytes));
  return bytes;
}

interface Entry {
  text: string;
  number: number;
  gap: boolean;
  count: number;
}

/** Every word and every gap that is not the usual one: nothing before a field's first word, one space elsewhere. */
function eachSymbol(texts: Texts, tell: (gap: boolean, number: number) => void): void {
  const slots = texts.metas.length * FIELDS;
  for (let slot = 0; slot < slots; slot++) {
    const first = texts.starts[slot]!;
    for (let i = first; i < texts.starts[slot + 1]!; i++) {
      if (texts.gapOf[i] !== (i === first ? NONE : SPACE)) tell(true, texts.gapOf[i]!);
      tell(false, texts.places[i]!);
    }
  }
}

/**
 * Words and gaps in one dictionary. First what is common enough for one byte, then for two, then the rest; each
 * part sorted, so that neighbours share their beginnings and no table of ranks is needed.
 */
function ordered(texts: Texts): Entry[] {
  const words = texts.words.map((text, number): Entry => ({ text, number, gap: false, count: 0 }));
  const gaps = texts.gaps.map((text, number): Entry => ({ text, number, gap: true, count: 0 }));
  eachSymbol(texts, (gap, number) => (gap ? gaps : words)[number]!.count++);
  const all = [...words, ...gaps].sort((a, b) => b.count - a.count || compare(a, b));
  const parts = [all.slice(0, ONE_BYTE), all.slice(ONE_BYTE, TWO_BYTES), all.slice(TWO_BYTES)];
  return parts.flatMap((part) => part.sort(compare));
}

const compare = (a: Entry, b: Entry): number =>
  a.text < b.text ? -1 : a.text > b.text ? 1 : Number(a.gap) - Number(b.gap);

const packMeta = (meta: Meta) => [meta.id, meta.lang, meta.console, meta.day, ...meta.related];
const unpackMeta = ([id, lang, console, day, ...related]: [
  string,
  string,
  string,
  number,
  ...(number | string)[],
]): Meta => ({ id, lang, console, day, related });

function writeDictionary(out: Writer, symbols: readonly Entry[], language: string): void {
  const counts = new Uint32Array(0x10000);
  const suffixes: [shared: number, rest: string, gap: boolean][] = [];
  let before = '';
  for (const { text, gap } of symbols) {
    let shared = 0;
    while (shared < 15 && shared < text.length && shared < before.length && text[shared] === before[shared])
      shared++;
    const rest = text.slice(shared);
    for (let i = 0; i < rest.length; i++) counts[rest.charCodeAt(i)]!++;
    suffixes.push([shared, rest, gap]);
    before = text;
  }
  for (let i = 0; i < language.length; i++) counts[language.charCodeAt(i)]!++;
  const { order, rankOf } = ranked(counts);
  out.number(order.length);
  for (const unit of order) out.number(unit);
  out.number(symbols.length);
  for (const [shared, rest, gap] of suffixes) {
    // One byte for gap, shared units (0 to 15) and length of the rest (0 to 6; 7 means that the length follows).
    out.byte((gap ? 128 : 0) | (shared << 3) | Math.min(rest.length, 7));
    if (rest.length >= 7) out.number(rest.length - 7);
    for (let i = 0; i < rest.length; i++) out.rank(rankOf[rest.charCodeAt(i)]!);
  }
  out.number(language.length);
  for (let i = 0; i < language.length; i++) out.rank(rankOf[language.charCodeAt(i)]!);
}

/** Throws when the bytes are not a stored index, are damaged or cut short. */
export function decode(bytes: Uint8Array): Texts {
  if (!headOf(bytes).every((byte, at) => byte === bytes[at]))
    throw new Error('search: index damaged or of another version; download or publish it again');
  const input = new Reader(bytes);
  input.at = HEAD;
  const { words, gaps, isGap, number, language } = readDictionary(input);
  const { metas: packed, ...lists } = JSON.parse(language);
  const metas: Meta[] = packed.map(unpackMeta);
  const starts = new Uint32Array(metas.length * FIELDS + 1);
  for (let slot = 0; slot + 1 < starts.length; slot++) starts[slot + 1] = starts[slot]! + input.number();
  const total = starts.at(-1)!;
  const places = new Uint32Array(total);
  const gapOf = new Uint16Array(total);
  let slot = 0;
  for (let i = 0; i < total; i++) {
    while (starts[slot + 1]! <= i) slot++;
    let symbol = input.rank();
    if (isGap[symbol]) {
      gapOf[i] = number[symbol]!;
      symbol = input.rank();
    } else gapOf[i] = starts[slot] === i ? NONE : SPACE;
    places[i] = number[symbol]!;
  }
  return { metas, words, places, gaps, gapOf, starts, ...lists };
}

function readDictionary(input: Reader): {
  words: string[];
  gaps: string[];
  isGap: Uint8Array;
  number: Uint32Array;
  language: string;
} {
  const alphabet = Uint16Array.from({ length: input.number() }, () => input.number());
  const count = input.number();
  const words: string[] = [''];
  const gaps: string[] = [' ', ''];
  const isGap = new Uint8Array(count);
  const number = new Uint32Array(count);
  const unit = new Uint16Array(0x10000);
  for (let symbol = 0; symbol < count; symbol++) {
    const head = input.bytes[input.at++]!;
    const shared = (head >> 3) & 15;
    let length = head & 7;
    if (length === 7) length += input.number();
    for (let i = 0; i < length; i++) unit[shared + i] = alphabet[input.rank()]!;
    const text = String.fromCharCode.apply(null, unit.subarray(0, shared + length) as unknown as number[]);
    if (head & 128) {
      isGap[symbol] = 1;
      number[symbol] = text === ' ' ? SPACE : text === '' ? NONE : gaps.push(text) - 1;
    } else if (text !== '') number[symbol] = words.push(text) - 1;
  }
  const length = input.number();
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i++) units[i] = alphabet[input.rank()]!;
  const language = new TextDecoder('utf-16le').decode(units);
  return { words, gaps, isGap, number, language };
}
