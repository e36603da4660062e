import type { Action } from '../../guide/step.ts';
import type { Act, Unsure } from '../steps/draft.ts';
import type { Phrase } from './phrases.ts';
import { POSITION_WORDS } from './words.ts';

export type ClauseAct = Omit<Act, 'text' | 'open' | 'result'>;

export function act(action: Action, labels: string[], unsure: Unsure | null): ClauseAct {
  return { action, labels, within: [], value: null, unsure, choice: null };
}

/** The label of a noun group, or its words; nothing where it only says where on the screen. */
export function nameOf(phrase: Phrase): string[] {
  const span = phrase.spans.at(-1);
  if (span) return span.path;
  return phrase.words && !POSITION_WORDS.has(phrase.words) ? [phrase.words] : [];
}

/** `A 또는 B`: acts that do the same are branches of one choice. */
export function either(acts: ClauseAct[]): ClauseAct[] {
  return acts.length > 1 ? acts.map((one, branch) => ({ ...one, choice: { group: 0, branch } })) : acts;
}
