import { useEffect, useState } from 'preact/hooks';
import { type Lang, pickLang } from '../../../shared/ui/text/index.ts';
import { call, type Settings } from '../../platform/messages.ts';

const KEY = 'giljabi:lang';

/** The chosen language, else the browser's. The last choice is remembered here, so that no page flashes another one. */
const remembered = (): Lang => pickLang([localStorage.getItem(KEY) ?? '', ...navigator.languages]);

export function useLang(): Lang {
  const [lang, setLang] = useState(remembered);
  useEffect(() => {
    const heard = (event: StorageEvent) => {
      if (event.key === KEY) setLang(remembered());
    };
    addEventListener('storage', heard);
    addEventListener(KEY, follow);
    void call('settings/get').then(rememberLang, () => undefined);
    function follow() {
      setLang(remembered());
    }
    return () => {
      removeEventListener('storage', heard);
      removeEventListener(KEY, follow);
    };
  }, []);
  return lang;
}

/** Makes every open page of ours follow a choice of language. */
export function rememberLang({ lang }: Pick<Settings, 'lang'>): void {
  if (lang === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, lang);
  dispatchEvent(new Event(KEY));
}
