import type { Text } from '../ko/index.ts';

export const holding: Text['holding'] = {
  barred: (origin) =>
    `Part of this page comes from ${origin}, which cannot be looked into. Allow that address from Giljabi in the toolbar to be guided in there too.`,
  retired: 'The guide is not shown on this page',
  retiredWhy: {
    covered: 'The page put something else over the card.',
    unseen: 'The page made the card invisible.',
    fought: 'The page kept removing or changing the card.',
  },
  retiredHow: 'It goes on here. Reload the page to try again.',
};
