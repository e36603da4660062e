import { readMarker } from './marker.ts';

/** One line of a paragraph, with its marker taken off. */
export interface ParagraphLine {
  /** Lines below the paragraph's first line. */
  offset: number;
  marker: ReturnType<typeof readMarker> extends infer R
    ? R extends { marker: infer M }
      ? M | null
      : never
    : never;
  text: string;
}

/** Narrower lines end where the author ended them; wider ones may have been wrapped by an editor. */
const WRAP_WIDTH = 66;
const ENDS_SENTENCE = /[.!?。！？:：;)）\]］」』”"'…]\s*$/u;

/**
 * The written lines of a paragraph. Pasted manuals keep one thing a line, so a line break counts, except
 * where an editor wrapped a long sentence. A line may hold several numbers (`1) … 2) …`).
 */
export function paragraphLines(text: string): ParagraphLine[] {
  const out: ParagraphLine[] = [];
  text.split('\n').forEach((raw, offset) => {
    const line = raw.replace(/(?:\\|\s)+$/u, '').trimStart();
    if (!line) return;
    const last = out.at(-1);
    const read = readMarker(line);
    if (last && !read && GOES_ON.test(line)) last.text += line.startsWith('を') ? line : ` ${line}`;
    else if (last && !read && wraps(last.text, line)) last.text += ` ${line}`;
    else if (read && read.rest === '' && read.marker.kind === 'bullet') return;
    else {
      const lineParts = splitNumbers(read?.rest ?? line, read?.marker.n ?? 0);
      lineParts.forEach((part, i) => {
        if (i === 0) out.push({ offset, marker: read?.marker ?? null, text: part });
        else {
          const inner = readMarker(part)!;
          out.push({ offset, marker: inner.marker, text: inner.rest });
        }
      });
    }
  });
  return out;
}

/** A line that opens with a particle belongs to the name above it; a picture stood between them. */
const GOES_ON = /^(?:[을를의] |에서 |を)/u;
/** Ends with a particle or a connective: the sentence cannot end here (`… 항목에`, `… チェックを入れ、`). */
const OPEN_END =
  /(?:[가-힣'"’”\])](?:을|를|에|에서)|['"’”\])](?:의|으로|로)|(?<=[가-힣])(?:하고|하여)|한 (?:후|뒤|다음)|を|(?<=[」』】\]])に|[れけめてし]、)$/u;
/** Columns below which a line is short by intention. */
const NARROW = 40;

function wraps(before: string, next: string): boolean {
  if (OPEN_END.test(before) && width(before) >= NARROW && !/^[※•✓|>]/u.test(next)) return true;
  // A menu path ends with a name: what follows is a sentence of its own.
  if (/[>▶→][^.]*[가-힣]$/u.test(before)) return false;
  return width(before) >= WRAP_WIDTH && !ENDS_SENTENCE.test(before) && !/^[[［「【*※•✓|>]/u.test(next);
}

/** Columns on a terminal: Hangul, kana and Han take two. */
function width(text: string): number {
  let sum = 0;
  for (const c of text) sum += c >= '\u1100' ? 2 : 1;
  return sum;
}

const INLINE_NUMBER = /\s(?=\(?(\d{1,2})\)\s\S)/gu;

/** `1) Log in 2) Click "Filters" 3) Tick …`: cut before numbers that count on by one. */
export function splitNumbers(text: string, from: number): string[] {
  let next = from + 1;
  const cuts: number[] = [];
  for (const hit of text.matchAll(INLINE_NUMBER)) {
    if (Number(hit[1]) !== next) continue;
    cuts.push(hit.index);
    next++;
  }
  // One number inside a sentence is only a number; the first of a row, or one that goes on from the line's own, counts.
  if (from === 0 && cuts.length === 0) return [text];
  const parts: string[] = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(text.slice(at, cut).trim());
    at = cut + 1;
  }
  parts.push(text.slice(at).trim());
  return parts.filter((part, i) => part || i === 0);
}
