import { useText as useSections } from '../../shared/ui/text/context.ts';
import type { WalkText } from './texts.ts';

export { type WalkText, walkText } from './texts.ts';

export const useText = () => useSections<keyof WalkText>();
