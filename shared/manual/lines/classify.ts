import type { Language } from '../language.ts';
import type { SourceLine } from '../parse/source-line.ts';
import type { Verdict } from './kinds.ts';

const FILE_NAME = /^[\w\uac00-\ud7a3 .()-]{1,60}\.(?:png|jpe?g|gif|webp|svg|bmp|mp4)$/iu;
const HASH_NAME = /^(?:[0-9a-f]{12,}[\w-]*|image ?\d*|img ?\d*)$/iu;
const BRACKET_TITLE = /^[[［<【〈《].{1,60}[\]］>】〉》]$/u;
const QUESTION = /^(?:Q|A|질문|답변|Question|Answer|문의)\s*[.:：)]?(?:\s|$)/u;

const ASIDE = /\s[(（][^()（）]{0,120}[)）]/gu;

/** What labels say (`[관리자만 사용]`) says nothing about the line. */
const LABEL_WORDS = /([[［「『【<])[^[\]［］「」『』【】<>]{1,80}([\]］」』】>])/gu;

export interface LineText {
  source: SourceLine;
  /** The line as words, labels in brackets. */
  plain: string;
  language: Language;
}

/** What a line is, by its place in the tree and its own words. What stands around it is looked at later. */
export function classify({ source, plain, language }: LineText): Verdict {
  const text = plain.trim();
  const { cues } = language;
  if (source.role === 'heading') return { kind: 'heading', why: 'heading' };
  if (source.role === 'table') return { kind: 'table', why: 'table cell' };
  if (source.role === 'code') return { kind: 'code', why: 'code block' };
  if (source.role === 'rule' || source.role === 'image') return { kind: 'chrome', why: source.role };
  if (!text) return { kind: 'blank', why: 'no words' };
  if (source.role === 'note' || source.role === 'quote') {
    return cues.caution.test(text) || source.tone === 'caution'
      ? { kind: 'caution', why: 'a caution block' }
      : { kind: 'note', why: `inside a ${source.role}` };
  }
  if (FILE_NAME.test(text) || HASH_NAME.test(text)) return { kind: 'caption', why: 'a file name' };
  if (!source.marker && BRACKET_TITLE.test(text) && !/[>＞→▶]/u.test(text.slice(1, -1)))
    return { kind: 'heading', why: 'a title in brackets' };
  if (cues.breadcrumb.test(text) && !cues.imperative.test(text))
    return { kind: 'breadcrumb', why: 'starts at the home page' };
  if (!source.marker && cues.chrome.test(text)) return { kind: 'chrome', why: 'page furniture' };
  if (!source.marker && QUESTION.test(text) && text.length < 60)
    return { kind: 'heading', why: 'question or answer' };
  for (const cue of cues.note) if (cue.test(text)) return noteOrCaution(text, language, 'opens a note');
  // `… (see Advanced settings)`: a reference in brackets leaves the sentence what it is.
  const open = text.replace(ASIDE, ' ').trim() || text;
  for (const cue of cues.crossref)
    if (cue.test(open))
      return { kind: 'crossref', why: `sends to another text (${cue.source.slice(0, 30)}…)` };
  const unlabelled = text.replace(LABEL_WORDS, '$1$2');
  for (const cue of cues.permission)
    if (cue.test(unlabelled) && !cues.imperative.test(unlabelled))
      return { kind: 'permission', why: 'says who may do it' };
  return { kind: 'step', why: 'may hold a step' };
}

function noteOrCaution(text: string, language: Language, why: string): Verdict {
  return language.cues.caution.test(text)
    ? { kind: 'caution', why: `${why}, threatens` }
    : { kind: 'note', why };
}
