import { my as myEn } from '../../../shared/ui/text/en/my.ts';
import { support as supportEn } from '../../../shared/ui/text/en/support.ts';
import { type Lang, pickLang, type Text, text } from '../../../shared/ui/text/index.ts';
import { my as myJa } from '../../../shared/ui/text/ja/my.ts';
import { support as supportJa } from '../../../shared/ui/text/ja/support.ts';
import { type MyText, my } from '../../../shared/ui/text/ko/my.ts';
import { type SupportText, support } from '../../../shared/ui/text/ko/support.ts';

export interface Words {
  lang: Lang;
  common: Text['common'];
  support: SupportText;
  my: MyText;
  lounge: Text['lounge'];
}

const OWN = {
  ko: { support, my },
  en: { support: supportEn, my: myEn },
  ja: { support: supportJa, my: myJa },
};

/** In the language of a browser's `Accept-Language`, Korean where it speaks none of ours. */
export function wordsFor(accepted: string | undefined): Words {
  const lang = pickLang((accepted ?? '').split(',').map((each) => each.split(';')[0]?.trim() ?? ''));
  const { common, lounge } = text(lang);
  return { lang, common, lounge, ...OWN[lang] };
}

/** `2026. 11. 21. 18:00` in the time zone of this machine. */
export const moment = (lang: Lang, time: string | Date): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));

export const day = (lang: Lang, time: string | Date): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(time));
