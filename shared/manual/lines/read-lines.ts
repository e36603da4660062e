import type { Inline } from '../../article/node.ts';
import { inlineText } from '../../article/text.ts';
import type { Language } from '../language.ts';
import type { SourceLine } from '../parse/source-line.ts';
import type { Act } from '../steps/draft.ts';
import { mask } from '../text/mask.ts';
import { maskPaths } from '../text/path.ts';
import { rejoinPath, splitSentences } from '../text/sentences.ts';
import { SPAN_CHAR, unmaskNodes } from '../text/span.ts';
import { classify } from './classify.ts';
import type { Kind } from './kinds.ts';

/** A line after reading: what it was taken for and what it asks for. */
export interface ReadLine {
  source: SourceLine;
  plain: string;
  language: Language;
  kind: Kind;
  why: string;
  acts: Act[];
  /** The line says that it may be left out. */
  optional: boolean;
  /** `…하려면`: the whole line depends on the reader. */
  conditional: boolean;
}

/** Reads lines one by one; `pick` says in which language a line is written. */
export function readLines(lines: readonly SourceLine[], pick: (text: string) => Language): ReadLine[] {
  return lines.map((source) => {
    const plain = inlineText(source.kids);
    const language = pick(plain);
    const { kind, why } = classify({ source, plain, language });
    const base = { source, plain, language, kind, why };
    if (kind !== 'step') return { ...base, acts: [], optional: false, conditional: false };
    return readStepLine(base, source.kids, language);
  });
}

type Base = Pick<ReadLine, 'source' | 'plain' | 'language' | 'kind' | 'why'>;

function readStepLine(base: Base, kids: readonly Inline[], language: Language): ReadLine {
  const { cues } = language;
  const masked = mask(kids);
  const stripped = masked.text.trim().replace(cues.optional, '');
  const optional = stripped !== masked.text.trim() || cues.optionalAnywhere.test(masked.text);
  const text = stripped.replace(cues.optionalAnywhere, ' ').replace(cues.example, ' ');
  const definition = readDefinition(text, base.source.marker?.kind ?? null, language);
  if (definition === 'definition')
    return { ...base, kind: 'definition', why: 'explains a word', acts: [], optional, conditional: false };
  const body = definition ?? text;
  const acts = splitSentences(rejoinPath(body)).flatMap((sentence) =>
    language.readSentence(maskPaths({ text: sentence, spans: masked.spans }, language.paths)),
  );
  const result: ReadLine = {
    ...base,
    acts: acts.map((act) => ({ ...act, card: unmaskNodes(act.text, masked.spans) })),
    optional: optional || (definition !== null && !FIELD_MARKERS.has(base.source.marker?.kind ?? '')),
    conditional: cues.condition.test(text),
  };
  if (acts.length === 0) return { ...result, ...nothing(base) };
  return result;
}

const FIELD_MARKERS: ReadonlySet<string> = new Set(['number', 'paren', 'round', 'callout', 'keycap']);
const COLON = /^([^:：]{1,30}?)\s*[:：]\s+(\S.*)$/u;

/** `X : …`: what X means, unless the words after the colon are marked. Null when there is no colon. */
function readDefinition(
  text: string,
  marker: string | null,
  language: Language,
): string | 'definition' | null {
  const hit = COLON.exec(text);
  if (!hit || /\d$/u.test(hit[1]!)) return null;
  const body = hit[2]!;
  const name = hit[1]!;
  if (SPAN_CHAR.test(body) || /[>→▶]/u.test(body)) return SPAN_CHAR.test(name) ? text : body;
  // `3. 서버 이름 : pop.example.com 입력`: a numbered field with its value.
  if (
    marker &&
    FIELD_MARKERS.has(marker) &&
    language.id === 'ko' &&
    language.readSentence({ text: body, spans: [] }).some((act) => act.action === 'fill')
  )
    return `${name}에 ${body}`;
  if (marker === 'keycap' && language.readSentence({ text: body, spans: [] }).length > 0) return null;
  return 'definition';
}

function nothing(base: Base): Pick<ReadLine, 'kind' | 'why'> {
  const { cues } = base.language;
  if (cues.caution.test(base.plain)) return { kind: 'caution', why: 'threatens' };
  return base.source.marker
    ? { kind: 'result', why: 'asks for nothing' }
    : { kind: 'heading', why: 'title or description' };
}
