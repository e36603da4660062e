/** Set by widget/vite.config.ts. */
declare const __GILJABI_KEYS__: import('../shared/bundle/manifest.ts').TrustedKey[];
declare const __GILJABI_FALLBACK__: import('./terms.ts').DeskTerms | null;
