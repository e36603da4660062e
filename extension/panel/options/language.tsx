import { LANGS } from '../../../shared/ui/text/index.ts';
import { call, type Settings } from '../../platform/messages.ts';
import { rememberLang } from '../state/use-lang.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** Each language calls itself by its own name. */
const NAMES = { ko: '한국어', en: 'English', ja: '日本語' };

export function Language() {
  const t = useText();
  const [settings, again] = useLoad(() => call('settings/get'));
  const chosen = settings.value?.lang ?? null;
  const choose = async (lang: Settings['lang']) => {
    rememberLang(await call('settings/set', { lang }));
    again();
  };
  return (
    <Section title={t.panel.settings.language}>
      <fieldset class="gp-radios">
        <legend class="gj-hidden">{t.panel.settings.language}</legend>
        {[null, ...LANGS].map((lang) => (
          <label key={lang ?? 'auto'}>
            <input
              type="radio"
              name="lang"
              checked={settings.state === 'ready' && chosen === lang}
              onChange={() => void choose(lang)}
            />
            {lang ? <span lang={lang}>{NAMES[lang]}</span> : t.panel.settings.languageAuto}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
