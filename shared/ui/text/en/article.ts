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
  onlyIn: (lang) => `This document has not been translated yet, so it is shown in ${lang}.`,
  outdated: 'The original has changed since this was translated, so it may differ from what you see.',
  languages: { ko: 'Korean', en: 'English', ja: 'Japanese' },
};
