import { FIELDS, type Meta, type Texts } from './store.ts';

/** More kinds of gap than this share the last number; see read.ts. */
const MOST_GAPS = 0xffff;

/**
 * Several stored parts as one, as if their documents had been indexed together in this order. How rare a word is, which
 * words are known and what a title is near to are questions about everything that is searched: asked part by part they
 * get other answers, and the scores do not compare. Of documents with the same id the first is kept.
 */
export function joinTexts(parts: readonly Texts[]): Texts {
  const total = parts.reduce((sum, { places }) => sum + places.length, 0);
  const places = new Uint32Array(total);
  const gapOf = new Uint16Array(total);
  const words = new Map<string, number>();
  const gaps = new Map<string, number>();
  const metas: Meta[] = [];
  const starts: number[] = [];
  const numbers = new Map<string, number>();
  let at = 0;
  for (const part of parts) {
    const wordNumbers = numbersOf(words, part.words);
    const gapNumbers = numbersOf(gaps, part.gaps);
    part.metas.forEach((meta, document) => {
      if (numbers.has(meta.id)) return;
      numbers.set(meta.id, metas.length);
      const related = meta.related.map((one) => (typeof one === 'number' ? part.metas[one]!.id : one));
      metas.push({ ...meta, related });
      for (let field = 0; field < FIELDS; field++) {
        starts.push(at);
        const slot = document * FIELDS + field;
        for (let i = part.starts[slot]!; i < part.starts[slot + 1]!; i++) {
          places[at] = wordNumbers[part.places[i]!]!;
          gapOf[at++] = Math.min(gapNumbers[part.gapOf[i]!]!, MOST_GAPS);
        }
      }
    });
  }
  starts.push(at);
  for (const meta of metas) meta.related = meta.related.map((id) => numbers.get(id as string) ?? id);
  const [first] = parts;
  const terms = new Map(parts.flatMap((part) => part.terms).map((group) => [group.join('\n'), group]));
  return {
    metas,
    words: [...words.keys()],
    gaps: [...gaps.keys()],
    places: places.subarray(0, at),
    gapOf: gapOf.subarray(0, at),
    starts: Uint32Array.from(starts),
    terms: [...terms.values()],
    everyday: [...new Set(parts.flatMap(({ everyday }) => everyday.split('\n')))].join('\n'),
    letters: first?.letters ?? '',
    silent: first?.silent ?? '',
    asking: first?.asking ?? '',
  };
}

/** The number of each text among all that were met so far. */
function numbersOf(met: Map<string, number>, texts: readonly string[]): Uint32Array {
  const numbers = new Uint32Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    let number = met.get(text);
    if (number === undefined) {
      number = met.size;
      met.set(text, number);
    }
    numbers[i] = number;
  }
  return numbers;
}
