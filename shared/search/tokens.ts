/**
 * Words of a text, with what stands between them. Scripts are split from each other (`POP3로` is `POP3` and
 * `로`), numbers keep their dots (`5.7.1`), kanji and kana runs break where the script changes.
 */
const WORD =
  /\d+(?:\.\d+)+|[\uac00-\ud7a3\u3131-\u3163]+|[\u3041-\u309f]+|[\u30a0-\u30ff\uff66-\uff9f]+|[\u3400-\u9fff\uf900-\ufaff々]+|(?:(?![\uac00-\ud7a3\u3131-\u3163\u3041-\u30ff\uff66-\uff9f\u3400-\u9fff\uf900-\ufaff々])[\p{L}\p{M}\p{N}])+/gu;

/** Calls back with [start, end) of every word, in order. */
export function eachWord(text: string, tell: (start: number, end: number) => void): void {
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text))
    tell(found.index, WORD.lastIndex);
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Letters and digits only: what is left when spaces and punctuation do not count. */
export const solid = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
