/** The language that a page is really in. Old consoles often carry a wrong `lang` or none. */

const SCRIPTS = { ko: /[가-힣]/g, ja: /[ぁ-ヿ]/g, zh: /[一-鿿]/g };

/** Short words that no interface of that language does without. */
const SMALL = {
  en: /\b(?:the|and|of|to|for|your|is|this|with|add|edit|delete|user|from|new|no|all)\b/g,
  de: /\b(?:der|die|das|und|nicht|ist|von|zu|ein|eine|mit|den|neue|kein|alle|bearbeiten)\b/g,
};

/** Primary language subtag of `text`, or of `declared` when the words do not say. Empty when nothing tells. */
export function languageOf(text: string, declared?: string | null): string {
  const lower = text.toLowerCase();
  const count = (what: RegExp): number => lower.match(what)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  for (const [language, script] of Object.entries(SCRIPTS))
    if (count(script) > letters * 0.12) return language;
  const [en, de] = [count(SMALL.en), count(SMALL.de)];
  if (en > 2 && en >= 2 * de) return 'en';
  if (de > 2 && de >= 2 * en) return 'de';
  return (declared ?? '').toLowerCase().split(/[-_]/)[0]!;
}
