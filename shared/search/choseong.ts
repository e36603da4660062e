/** First consonants: people type ㅅㅍㅁㅇ for 스팸메일. */
const CHOSEONG = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Each syllable as its first consonant; everything else as it is. As long as the text. */
export function choseongOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out += unit >= 0xac00 && unit <= 0xd7a3 ? CHOSEONG[Math.floor((unit - 0xac00) / 588)] : text[i];
  }
  return out;
}

/** Composing input methods join two consonants typed in a row (ㄳ, ㄼ); here they are two again. */
const PAIRS: Record<string, string> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
export const splitPairs = (text: string): string =>
  text.replace(/[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/g, (pair) => PAIRS[pair]!);

/** At least two consonants and no vowel or whole syllable: the query is meant as choseong. */
export function isChoseongQuery(query: string): boolean {
  const consonants = query.match(/[ㄱ-ㅎ]/g)?.length ?? 0;
  return consonants >= 2 && !/[ㅏ-ㅣ가-힣]/.test(query);
}
