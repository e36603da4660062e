export const LANGS = ['ko', 'en', 'ja'] as const;
export type Lang = (typeof LANGS)[number];

/** The first language that we speak among BCP 47 tags in order of preference; Korean otherwise. */
export function pickLang(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    const known = LANGS.find((lang) => lang === base);
    if (known) return known;
  }
  return 'ko';
}
