import { item } from '../platform/local.ts';
import type { View } from '../platform/messages.ts';

/** What the side panel is being opened for: it takes it once it is there to hear. */
export const wanted = item<View | null>('session', 'view', null);
