import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import { ko, type Text } from './ko/index.ts';
import { pickLang } from './lang.ts';

export { LANGS, type Lang, pickLang } from './lang.ts';
export { type ParticlePair, particle, withParticle } from './particle.ts';
export type { Text };

const TEXTS = { ko, en, ja };

/** The interface texts of a language (BCP 47 tag); Korean when we do not speak it. */
export function text(lang: string): Text {
  return TEXTS[pickLang([lang])];
}
