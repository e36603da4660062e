const BASE = 0xac00;
const LAST = 0xd7a3;
const NIEUN = 4;
const RIEUL = 8;

/** The final consonant of a syllable: 0 for none, null for what is not a Hangul syllable. */
function final(char: string | undefined): number | null {
  const code = char?.charCodeAt(0) ?? 0;
  return code >= BASE && code <= LAST ? (code - BASE) % 28 : null;
}

/** Whether a particle may follow: 을/은/이/과 want a final consonant, 를/는/가/와 want none, 로 wants none or ㄹ. */
export function takes(stem: string, particle: string): boolean {
  const consonant = final(stem.at(-1));
  if (consonant === null) return true;
  switch (particle[0]) {
    case '을':
    case '은':
    case '이':
    case '과':
      return consonant !== 0;
    case '를':
    case '는':
    case '가':
    case '와':
      return consonant === 0;
    case '으':
      return consonant !== 0 && consonant !== RIEUL;
    case '로':
      return consonant === 0 || consonant === RIEUL;
    default:
      return true;
  }
}

/** `늘릴`, `저장한`: a word whose last syllable ends in ㄴ or ㄹ stands before a noun as a verb does. */
export function mayModify(word: string): boolean {
  const consonant = word.length > 1 ? final(word.at(-1)) : 0;
  return consonant === NIEUN || consonant === RIEUL;
}

export const HANGUL = /[\uac00-\ud7a3]/u;
export const KANA = /[\u3040-\u30ff]/u;
