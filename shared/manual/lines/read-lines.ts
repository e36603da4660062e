import type { Inline } from '../../article/node.ts';
import { inlineText } from '../../article/text.ts';
import type { Language } from '../language.ts';
import type { SourceLine } from '../parse/source-line.ts';
import { actionFor } from '../steps/action-for.ts';
import type { Act } from '../steps/draft.ts';
import { mask } from '../text/mask.ts';
import { maskPaths } from '../text/path.ts';
import { rejoinPath, splitSentences } from '../text/sentences.ts';
import { type Span, unmaskNodes } from '../text/span.ts';
import { classify } from './classify.ts';
import { readDefinition } from './definitions.ts';
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
    if (kind === 'crossref') {
      const beside = besideReference(base, source.kids, language);
      if (beside) return beside;
    }
    if (kind !== 'step') return { ...base, acts: [], optional: false, conditional: false };
    return readStepLine(base, source.kids, language);
  });
}

/** `[저장]을 클릭합니다. 자세한 내용은 … 참고하세요.`: the step beside a reference stays a step. */
function besideReference(base: Base, kids: readonly Inline[], language: Language): ReadLine | null {
  const refers = (text: string) => language.cues.crossref.some((cue) => cue.test(text));
  const { text, spans } = mask(kids);
  const masked = splitSentences(text);
  const plain = splitSentences(base.plain);
  if (masked.length < 2 || masked.length !== plain.length) return null;
  const own = masked.filter((sentence, i) => !refers(plain[i]!) && !refers(sentence));
  if (own.length === 0 || own.length === masked.length) return null;
  const acts = own.flatMap((sentence) => readWords(sentence, spans, language));
  // A page that only tells where else to go names nothing to press.
  const asks = acts.some((act) => act.unsure === null || act.labels.length > (base.source.marker ? 0 : 1));
  if (!asks) return null;
  const conditional = language.cues.condition.test(own.join(' '));
  return {
    ...base,
    kind: 'step',
    why: 'a step beside a reference',
    acts: withCards(acts, spans),
    optional: false,
    conditional,
  };
}

type Base = Pick<ReadLine, 'source' | 'plain' | 'language' | 'kind' | 'why'>;

function readStepLine(base: Base, kids: readonly Inline[], language: Language): ReadLine {
  const { cues } = language;
  const masked = mask(kids);
  const stripped = masked.text.trim().replace(cues.optional, '');
  const optional = stripped !== masked.text.trim() || cues.optionalAnywhere.test(masked.text);
  const text = stripped.replace(cues.optionalAnywhere, ' ').replace(cues.example, ' ');
  const parts = text.split(/\s*▷\s*/u).filter(Boolean);
  const acts: Act[] = [];
  let open = false;
  for (const part of parts) {
    const marker = base.source.marker?.kind ?? null;
    const defined = readDefinition({
      text: part,
      spans: masked.spans,
      marker,
      part: parts.length > 1,
      language,
    });
    if (defined?.is === 'definition' && parts.length === 1)
      return { ...base, kind: 'definition', why: 'explains a word', acts: [], optional, conditional: false };
    if (defined?.is === 'text') open ||= defined.optional;
    const words = defined?.is === 'acts' ? defined.lead : defined?.is === 'text' ? defined.text : part;
    const read = readWords(words, masked.spans, language);
    // `IP 추가 ▷ … ▷ 확인`: every part of such a line is done, also one that only names a button.
    if (parts.length > 1 && read.length === 0 && !defined && BUTTON.test(part))
      read.push(pressed(part.trim()));
    acts.push(...read);
    if (defined?.is === 'acts')
      acts.push(...defined.acts, ...readWords(defined.rest, masked.spans, language));
  }
  const result: ReadLine = {
    ...base,
    acts: withCards(acts, masked.spans),
    optional: optional || open,
    conditional: cues.condition.test(text),
  };
  if (acts.length === 0) return { ...result, ...nothing(base) };
  return result;
}

const BUTTON = /^[^.:：,，\ue000-\ue7ef]{1,20}$/u;

function pressed(label: string): Act {
  const action = actionFor('press', [label], null);
  const none = { within: [], value: null, choice: null, open: false, result: false };
  return { action, labels: [label], unsure: 'unmarked', text: label, ...none };
}

/** Acts of one clause (a list of fields) share its words: they are read once. */
function withCards(acts: readonly Act[], spans: readonly Span[]): Act[] {
  const cards = new Map<string, Inline[]>();
  return acts.map((act) => {
    const card = cards.get(act.text) ?? unmaskNodes(act.text, spans);
    cards.set(act.text, card);
    return { ...act, card };
  });
}

function readWords(text: string, spans: Span[], language: Language): Act[] {
  return splitSentences(rejoinPath(text)).flatMap((sentence) =>
    language.readSentence(maskPaths({ text: sentence, spans }, language.paths)),
  );
}

function nothing(base: Base): Pick<ReadLine, 'kind' | 'why'> {
  const { cues } = base.language;
  if (cues.caution.test(base.plain)) return { kind: 'caution', why: 'threatens' };
  return base.source.marker
    ? { kind: 'result', why: 'asks for nothing' }
    : { kind: 'heading', why: 'title or description' };
}
