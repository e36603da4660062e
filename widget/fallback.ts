/** What the form needs when no bundle can be had: fetched only then. */
export const FALLBACK = __GILJABI_FALLBACK__;
