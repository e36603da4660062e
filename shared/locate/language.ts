/** The language that a page is really in. Old consoles often carry a wrong `lang` or none. */

const SCRIPTS: Record<string, RegExp> = {
  ko: /[가-힣]/g,
  ja: /[ぁ-ヿ]/g,
  zh: /[一-鿿]/g,
  ru: /[Ѐ-ӿ]/g,
};

/** Short words that no interface of that language does without. */
const SMALL = Object.entries({
  en: 'the and of to for your is this with add edit delete user from new no all',
  de: 'der die das und für nicht ist von zu ein eine mit den neue kein alle bearbeiten löschen',
  fr: 'le la les des du et pour est une votre avec ajouter modifier supprimer pas',
  es: 'el los las del y para es una su con añadir editar eliminar',
});

/** Primary language subtag of `text`, or of `declared` when the words do not say. Empty when nothing tells. */
export function languageOf(text: string, declared?: string | null): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const language in SCRIPTS)
    if ((text.match(SCRIPTS[language]!)?.length ?? 0) > letters * 0.12) return language;
  const said = text.toLowerCase().split(/[^\p{L}]+/u);
  const [first, second] = SMALL.map(([language, words]) => {
    const small = new Set(words.split(' '));
    return [language, said.filter((word) => small.has(word)).length] as const;
  }).sort((a, b) => b[1] - a[1]);
  if (first![1] > 2 && first![1] >= 2 * second![1]) return first![0];
  return (declared ?? '').toLowerCase().split(/[-_]/)[0]!;
}
