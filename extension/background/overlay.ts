import { pickLang } from '../../shared/ui/text/lang.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { inject } from '../platform/tabs.ts';

/** The overlay, after the words of the language that it speaks; what is there already stays. False where it may not be. */
export const putOverlay = (tab: number, { lang }: Pick<ActiveWalk, 'lang'>): Promise<boolean> =>
  inject(tab, `/text-${lang ?? pickLang([navigator.language])}.js`, '/overlay.js');
