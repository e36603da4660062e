import { type ComponentType, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { TextContext } from '../../shared/ui/text/context.ts';
import { type Text, text } from '../../shared/ui/text/index.ts';
import { dress } from './state/brand.ts';
import { LangContext } from './state/lang-context.ts';
import { useLang } from './state/use-lang.ts';

/** Draws one of our own pages into `<body>`, in the person's language. */
export function mount(View: ComponentType, title: (t: Text) => string): void {
  dress();
  render(<Page View={View} title={title} />, document.body);
}

function Page({ View, title }: { View: ComponentType; title: (t: Text) => string }) {
  const lang = useLang();
  const t = text(lang);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = title(t);
  }, [lang]);
  return (
    <LangContext.Provider value={lang}>
      <TextContext.Provider value={t}>
        <View />
      </TextContext.Provider>
    </LangContext.Provider>
  );
}
