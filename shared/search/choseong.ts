import { isSyllable } from './keys.ts';
import { initialOf } from './typing.ts';

/** Each syllable as its first consonant (people type ㅅㅍㅁㅇ for 스팸메일), the rest as it is. As long as the text. */
export function choseongOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out += isSyllable(unit) ? initialOf(unit) : text[i];
  }
  return out;
}

/** At least two consonants and no vowel or whole syllable: the query is meant as choseong. */
export function isChoseongQuery(query: string): boolean {
  const consonants = query.match(/[ㄱ-ㅎ]/g)?.length ?? 0;
  return (consonants >= 2 || /[ㄳ-ㅄ]/.test(query)) && !/[ㅏ-ㅣ가-힣]/.test(query);
}
