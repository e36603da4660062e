import { useText as useSections } from '../../../shared/ui/text/context.ts';
import type { Text } from '../../../shared/ui/text/index.ts';

/** All interface texts: our own pages carry every section. */
export const useText = () => useSections<keyof Text>();
