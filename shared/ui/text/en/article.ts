import type { Text } from '../ko/index.ts';
import { plural } from './plural.ts';

export const article: Text['article'] = {
  updated: (date) => `Last changed ${date}`,
  related: 'Related documents',
  note: 'Note',
  tip: 'Tip',
  caution: 'Caution',
  image: 'Picture',
  missing: 'This document could not be found',
  hasGuide: 'This document comes with an on-screen guide',
  startGuide: 'Follow it on the screen',
  steps: (count) => plural(count, 'step'),
  admin: 'For administrators',
  user: 'For users',
  print: 'Print',
};
