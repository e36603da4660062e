import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../../shared/ui/text/index.ts';

export const LangContext = createContext<Lang>('ko');

/** The language of the interface: for names in the content and for dates. */
export const useLanguage = (): Lang => useContext(LangContext);
