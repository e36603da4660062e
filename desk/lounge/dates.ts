const forms = new Map<string, Intl.DateTimeFormat>();

/** A day (`2026-11-21`, or an RFC 3339 time) as people of that language write it; the extension writes it so too. */
export function day(date: string, lang: string): string {
  let form = forms.get(lang);
  if (!form) {
    // Kept: making one takes longer than the rest of a page.
    form = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' });
    forms.set(lang, form);
  }
  return form.format(new Date(date.slice(0, 10)));
}
