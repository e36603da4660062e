import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Origins that were granted, as match patterns without a path. */
export const granted = new Set<string>();

/** The browser as far as the fake goes, and the permissions that it lacks. */
export const browser = Object.assign(Object.create(fakeBrowser), {
  permissions: {
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((pattern) => granted.has(pattern.replace(/\/\*$/, ''))),
  },
});
