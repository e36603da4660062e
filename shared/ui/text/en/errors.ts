import type { Text } from '../ko/index.ts';

export const errors: Text['errors'] = {
  unknown: 'Something went wrong. Please try again.',
  bundleBroken: 'The signature of the documents could not be verified, so they are not shown.',
  bundleUnreachable: 'The documents could not be loaded.',
  articleBroken: 'This document could not be loaded.',
  unsent:
    'This cannot be sent right now. What you wrote is kept in this browser. Check the connection and submit again; if that does not help, reload this page.',
  storage:
    'This browser has no space or does not allow storing. What you write may be lost when you close the window.',
};
