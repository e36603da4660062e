import { EN } from './en/index.ts';
import { JA } from './ja/index.ts';
import { KO } from './ko/index.ts';
import type { Language } from './language.ts';
import { HANGUL, KANA } from './text/hangul.ts';

/** What stands on the screen, or is typed there: in the console's language, whatever the manual's is. */
const QUOTED = /\[[^\]\n]*\]|`[^`\n]*`/g;

/** The language of a line: its script decides, and where it has none, the manual's own language. */
export function languagePicker(text: string, lang: string | undefined): (line: string) => Language {
  const own = byTag(lang) ?? byScript(text) ?? EN;
  return (whole) => {
    const line = whole.replace(QUOTED, ' ');
    return (
      byScript(line) ?? (/\p{Script=Han}/u.test(line) ? JA : own === EN || !latinSentence(line) ? own : EN)
    );
  };
}

function byTag(lang: string | undefined): Language | null {
  return [KO, EN, JA].find((language) => lang?.toLowerCase().startsWith(language.id)) ?? null;
}

function byScript(text: string): Language | null {
  if (HANGUL.test(text)) return KO;
  return KANA.test(text) ? JA : null;
}

/** A line of only Latin letters in a Korean or Japanese manual: English when it says a sentence. */
function latinSentence(line: string): boolean {
  return /(?:^|\s)(?:the|to|and|click|select|your|in|on)\s/iu.test(line);
}
