/** A day (`2026-11-21`, or an RFC 3339 time) as people of that language write it; the extension writes it so too. */
export const day = (date: string, lang: string): string =>
  new Date(date.slice(0, 10)).toLocaleDateString(lang, { dateStyle: 'medium', timeZone: 'UTC' });
