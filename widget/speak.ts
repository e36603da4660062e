import type { Text } from '../shared/ui/text/index.ts';
import type { Lang } from '../shared/ui/text/lang.ts';

/** `first` is what stands on the page before anything was done; `later` comes with the views that say it. */
const SECTIONS = {
  first: {
    ko: async () => (await import('./text/ko.ts')).ko,
    en: async () => (await import('./text/en.ts')).en,
    ja: async () => (await import('./text/ja.ts')).ja,
  },
  later: {
    ko: async () => (await import('./text/ko-later.ts')).ko,
    en: async () => (await import('./text/en-later.ts')).en,
    ja: async () => (await import('./text/ja-later.ts')).ja,
  },
};

/** What has been fetched of each language; views hold on to these objects, so more is put into them. */
const spoken: Record<Lang, object> = { ko: {}, en: {}, ja: {} };
let wentOn = false;

/** Fetches texts in the language of the page, and no other. @returns all that are there by now */
export async function speak(lang: Lang, part: 'first' | 'later'): Promise<Partial<Text>> {
  // Views that are there already need their words when a page changes its language.
  const parts: (typeof part)[] = part === 'first' && wentOn ? ['first', 'later'] : [part];
  if (part === 'later') wentOn = true;
  const fetched = await Promise.all(parts.map((each) => SECTIONS[each][lang]()));
  return Object.assign(spoken[lang], ...fetched);
}
