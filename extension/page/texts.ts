import type { Text } from '../../shared/ui/text/ko/index.ts';
import { type Lang, pickLang } from '../../shared/ui/text/lang.ts';

/** The sections that the overlay shows. It is one script in somebody else's page, so it carries no others. */
export type WalkText = Pick<Text, 'common' | 'article' | 'walk' | 'holding'>;

/** Each language is a script of its own (`entrypoints/text-*.ts`): the background puts in the one that is read. */
const TEXTS = Symbol.for('giljabi.texts');
const known = globalThis as typeof globalThis & { [TEXTS]?: Partial<Record<Lang, WalkText>> };

export function provide(lang: Lang, text: WalkText): void {
  known[TEXTS] = { ...known[TEXTS], [lang]: text };
}

/**
 * The overlay's texts in a language (BCP 47 tag), else in one that is here.
 * @throws when there is none at all, which is a fault in our own code
 */
export function walkText(lang: string): WalkText {
  const texts = known[TEXTS] ?? {};
  const text = texts[pickLang([lang])] ?? Object.values(texts)[0];
  if (!text) throw new Error('The overlay was put into a page without a text-*.js before it');
  return text;
}
