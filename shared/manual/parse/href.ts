const ABSOLUTE = /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d][^\s]*)$/i;
const FRAGMENT = /^#[^\s]*$/;
const ARTICLE = /^article:[a-z0-9][a-z0-9/_-]*$/i;
/** Control characters and spaces are how `java\tscript:` gets past a filter. */
const HIDDEN = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/;

/** The address if a reader may be sent there, else null. The list is closed: everything else is refused. */
export function safeHref(href: string): string | null {
  if (HIDDEN.test(href)) return null;
  return ABSOLUTE.test(href) || FRAGMENT.test(href) || ARTICLE.test(href) ? href : null;
}

/** Pictures come from the web or from the manual's own folder, never from a script or data address. */
export function safeImage(src: string): string | null {
  if (HIDDEN.test(src)) return null;
  if (/^https?:\/\//i.test(src)) return src;
  return /^[a-z][a-z0-9+.-]*:/i.test(src) || src.startsWith('//') ? null : src || null;
}
