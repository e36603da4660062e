import { build } from '../platform/build.ts';
import { item } from '../platform/local.ts';
import type { Settings } from '../platform/messages.ts';

export const settings = item<Settings>('local', 'settings', { lang: null, bundleUrl: build.bundleUrl });
