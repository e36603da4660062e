import type { FunctionComponent } from 'preact';
import { loadLate } from '../shared/ui/inquiry/load-late.ts';
import { WaitingList } from '../shared/ui/inquiry/waiting/list.tsx';
import type { WaitingPort } from '../shared/ui/inquiry/waiting/port.ts';
import waitingCss from '../shared/ui/inquiry/waiting/waiting.css?inline';
import { TextContext } from '../shared/ui/text/context.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import { type Spoken, sheet, wear } from './draw.ts';
import { LATER_SHEET } from './later-sheet.ts';

const SHEET = sheet(waitingCss);
const WORDS = {
  ko: () => import('./text/ko-waiting.ts'),
  en: () => import('./text/en-waiting.ts'),
  ja: () => import('./text/ja-waiting.ts'),
};

/** The list of what waits, with its words and its looks. */
export async function waitingList(
  port: WaitingPort,
  root: ShadowRoot,
  lang: Lang,
  more: Spoken['more'],
): Promise<FunctionComponent> {
  const [{ reasonText }, { waiting }, texts] = await Promise.all([loadLate(), WORDS[lang](), more()]);
  wear(root, LATER_SHEET);
  wear(root, SHEET);
  const words = { ...texts, waiting };
  return () => (
    <TextContext.Provider value={words}>
      <WaitingList port={port} lang={lang} reason={reasonText} />
    </TextContext.Provider>
  );
}
