import type { Language } from '../language.ts';
import { CUES } from './cues.ts';
import { PATH_RULES } from './path-rules.ts';
import { readSentence } from './sentence.ts';

export const JA: Language = { id: 'ja', cues: CUES, paths: PATH_RULES, readSentence };
