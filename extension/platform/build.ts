import type { TrustedKey } from '../../shared/bundle/index.ts';

declare const __GILJABI_KEYS__: TrustedKey[];
declare const __GILJABI_BUNDLE_URL__: string;

/** What was fixed when this extension was built: whom it trusts, and where it asks for content. */
export const build = { keys: __GILJABI_KEYS__, bundleUrl: __GILJABI_BUNDLE_URL__ };
