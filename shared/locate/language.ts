/** The language that a page is really in. Old consoles often carry a wrong `lang` or none. */

const SCRIPTS: [string, RegExp][] = [
  ['ko', /[\uac00-\ud7a3]/g],
  ['ja', /[\u3040-\u30ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
];

/** Short words that no interface of that language does without. */
const SMALL: [string, RegExp][] = [
  ['en', /\b(?:the|and|of|to|for|your|is|this|with|add|edit|delete|user|from|new|no|all)\b/g],
  ['de', /\b(?:der|die|das|und|für|nicht|ist|von|zu|ein|eine|mit|den|neue|kein|alle|bearbeiten|löschen)\b/g],
  ['fr', /\b(?:le|la|les|des|du|et|pour|est|une|votre|avec|ajouter|modifier|supprimer|pas)\b/g],
  ['es', /\b(?:el|los|las|del|y|para|es|una|su|con|añadir|editar|eliminar)\b/g],
];

/** Primary language subtag of `text`, or of `declared` when the words do not say. Empty when nothing tells. */
export function languageOf(text: string, declared: string | null): string {
  const said = (declared ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters > 0) {
    for (const [language, script] of SCRIPTS) {
      if ((text.match(script)?.length ?? 0) > letters * 0.12) return language;
    }
  }
  const lower = text.toLowerCase();
  const counts = SMALL.map(([language, words]) => [language, lower.match(words)?.length ?? 0] as const).sort(
    (a, b) => b[1] - a[1],
  );
  const [first, second] = counts;
  if (first && second && first[1] >= 3 && first[1] >= 2 * second[1]) return first[0];
  return said;
}
