import type { Text } from '../ko/index.ts';
import { plural } from './plural.ts';

export const search: Text['search'] = {
  label: 'Search help',
  placeholder: 'What are you looking for?',
  clear: 'Clear search',
  results: 'Search results',
  found: (count) => `${plural(count, 'document')} found`,
  none: (query) => `No document matches “${query}”`,
  noneHint: 'Try fewer or different words. If that does not help, send us an inquiry.',
  ask: 'Ask us about this',
  keys: '↑↓ move · Enter open',
  preparing: 'Getting search ready',
};
