/** `2026-11-21` or an RFC 3339 time as people of that language write a day; '' for none. */
export function day(time: string | null, lang: string): string {
  return time ? new Date(time).toLocaleDateString(lang, { dateStyle: 'medium' }) : '';
}

export function dayAndTime(time: string | null, lang: string): string {
  return time ? new Date(time).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' }) : '';
}

export function clock(time: string | null, lang: string): string {
  return time ? new Date(time).toLocaleTimeString(lang, { timeStyle: 'short' }) : '';
}
