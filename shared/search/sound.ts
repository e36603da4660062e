import { isSyllable } from './keys.ts';
import { stemOf } from './stems.ts';
import type { Store } from './store.ts';

/**
 * Loanwords by their sound: the consonants that Korean ears keep. Outlook and 아웃룩 are both `tlk`,
 * password and 패스워드 both `pst`. Vowels differ too much between spellings to help.
 */
const INITIAL = 'kknttlmppsshjjjktph';
const FINAL = ',k,k,ks,n,nj,n,t,l,lk,lm,lp,ls,lt,lp,l,m,p,ps,t,t,n,j,j,k,t,p,h'.split(',');

/** What English letters sound like to Korean ears, in order: pattern, then what it becomes behind `>`. */
const LATIN =
  'ph>f tch|ch>j sh|ti(?=o)|ci(?=[ao])>s th>s ck>k gh(?=t)> wr>r c(?=[eiy])>s g(?=[eiy])>j qu?>k x>ks r(?![aeiouy])> [bfv]>p [cg]>k d>t z>j r>l [aeiouwyh]>'
    .split(' ')
    .map((rule) => rule.split('>'));

/** Consonants of a normalised word; '' when it is neither Hangul nor Latin, or too short to say anything. */
export function soundOf(word: string): string {
  let sound = '';
  if (isSyllable(word.charCodeAt(0))) {
    for (let i = 0; i < word.length; i++) {
      const place = word.charCodeAt(i) - 0xac00;
      if (place < 0 || place > 11171) return '';
      sound += INITIAL[Math.floor(place / 588)]! + FINAL[place % 28]!;
    }
    sound = sound.replace(/h/g, '');
  } else if (/^[a-z]{3,}$/.test(word)) {
    sound = word;
    for (const [pattern, by] of LATIN) sound = sound.replace(new RegExp(pattern!, 'g'), by!);
  }
  sound = sound.replace(/(.)\1+/g, '$1');
  return sound.length >= 2 ? sound : '';
}

/**
 * An abbreviation in the other script, by the names of its letters: ip is 아이피, 유에스비 is usb. B and V are both 비 to
 * many: 디비디, 티비. None when the word is no abbreviation.
 */
export function spelt(names: readonly string[], word: string): string[] {
  if (/^[a-z]{2,5}$/.test(word)) return [word.replace(/./g, (letter) => names[letter.charCodeAt(0) - 97]!)];
  let letters = '';
  let rest = word.replace(/시/g, '씨');
  while (rest !== '') {
    const size = [3, 2, 1].find((length) => names.includes(rest.slice(0, length)));
    if (size === undefined) return [];
    letters += String.fromCharCode(97 + names.indexOf(rest.slice(0, size)));
    rest = rest.slice(size);
  }
  return letters.length > 1 ? [letters, letters.replace(/b/g, 'v')] : [];
}

/** Words of the other script that sound the same. Built when first asked for. */
export class Sounds {
  readonly #hangul = new Map<string, string[]>();
  readonly #latin = new Map<string, string[]>();

  constructor(store: Store) {
    const seen = new Set<string>();
    for (const normal of store.normals) {
      const stem = stemOf(normal);
      if (stem.length < 2 || stem.length > 12 || seen.has(stem)) continue;
      seen.add(stem);
      const sound = soundOf(stem);
      if (sound === '') continue;
      const side = isSyllable(stem.charCodeAt(0)) ? this.#hangul : this.#latin;
      const list = side.get(sound);
      if (list) list.push(stem);
      else side.set(sound, [stem]);
    }
  }

  /** At most four words; those of like length first. */
  like(word: string): string[] {
    const sound = soundOf(word);
    if (sound === '') return [];
    const hangul = isSyllable(word.charCodeAt(0));
    const found = (hangul ? this.#latin : this.#hangul).get(sound) ?? [];
    // A short sound is shared by too many words: then the lengths have to fit as well.
    if (hangul && sound.length < 3) return [];
    const wanted = hangul ? word.length * 2.2 : word.length / 2.2;
    const slack = sound.length < 3 ? wanted * 0.5 : wanted;
    return found
      .filter((other) => Math.abs(other.length - wanted) <= slack)
      .sort((a, b) => Math.abs(a.length - wanted) - Math.abs(b.length - wanted) || (a < b ? -1 : 1))
      .slice(0, 4);
  }
}
