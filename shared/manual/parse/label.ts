import type { Inline } from '../../article/node.ts';
import { type Bracket, readBrackets } from './brackets.ts';
import { splitSegments } from './segments.ts';

/** Escaped brackets (`\[`) travel through label reading as these and come out as plain brackets. */
export const ESCAPED_OPEN = '\ue7fe';
export const ESCAPED_CLOSE = '\ue7ff';

const NOT_A_LABEL = /^(?:\d+|[xX]|\^.*|!.*)?$/u;
const CAPTION = /^(?:screenshot|image|figure|fig\.?|그림|이미지|사진|画像|図)(?:\s|\d|:|$)/iu;
const JOIN = /^\s*(?:-{1,2}>|=>|[>＞→⇒➔➜▶►▸»›]|[-–—])\s*$/u;
const LONGEST = 80;

/**
 * Plain text in, text and label nodes out. `[a] > [b]` becomes one label with two segments.
 * `title`: a bracket that fills the text may be a title; behind a marker (`6. [저장]`) it is a label.
 */
export function readLabels(text: string, title = true): Inline[] {
  const { brackets } = readBrackets(text);
  const alone = title && brackets.length === 1 && brackets[0]!.inner.length === text.trim().length - 2;
  const out: Inline[] = [];
  let at = 0;
  for (const bracket of brackets) {
    const path = labelPath(bracket, alone);
    if (!path) continue;
    const before = text.slice(at, bracket.start);
    const last = out.at(-1);
    if (last?.t === 'label' && JOIN.test(before)) last.path.push(...path);
    else {
      if (before) out.push({ t: 'text', text: plain(before) });
      out.push({ t: 'label', path });
    }
    at = bracket.end;
  }
  if (at < text.length) out.push({ t: 'text', text: plain(text.slice(at)) });
  return out;
}

/** A bracket that fills its whole line is a title (`[부서장]`) unless it is a path. */
function labelPath(bracket: Bracket, alone: boolean): string[] | null {
  const inner = plain(bracket.inner).trim();
  if (NOT_A_LABEL.test(inner) || inner.length > LONGEST || CAPTION.test(inner)) return null;
  const path = splitSegments(inner);
  return path.length === 0 || (alone && path.length < 2) ? null : path;
}

function plain(text: string): string {
  if (!text.includes(ESCAPED_OPEN) && !text.includes(ESCAPED_CLOSE)) return text;
  return text.replaceAll(ESCAPED_OPEN, '[').replaceAll(ESCAPED_CLOSE, ']');
}
