import type { Cues } from './lines/cues.ts';
import type { Act } from './steps/draft.ts';
import type { PathRules } from './text/path.ts';
import type { Masked } from './text/span.ts';

/** What the compiler asks of a language: everything else is the same for all of them. */
export interface Language {
  id: 'ko' | 'en' | 'ja';
  cues: Cues;
  paths: PathRules;
  /** Acts of one sentence, in its order. */
  readSentence(sentence: Masked): Act[];
}
