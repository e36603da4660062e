import type { Text } from '../ko/index.ts';
import { plural } from './plural.ts';

export const lounge: Text['lounge'] = {
  guide: 'User guide',
  ask: 'Contact us',
  contents: 'Contents',
  categories: 'Topics',
  faq: 'Frequently asked questions',
  home: 'Home',
  all: 'Show all',
  articles: (count) => plural(count, 'document'),
  empty: 'No documents yet.',
  contactTitle: 'Did not find it?',
  contactText: 'Send us an inquiry and we answer by e-mail.',
  phone: 'Phone',
  email: 'E-mail',
  hours: 'Hours',
  needsScript: 'Search needs JavaScript. The topics below lead to every document.',
  formNeedsScript: 'The inquiry form needs JavaScript. Please use the contact details below.',
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may have changed, or the document was taken down. Search, or go back home.',
  breadcrumb: 'You are here',
  mainMenu: 'Main menu',
  published: (date) => `Published ${date}`,
  guideHint: 'With the Giljabi extension you are led step by step on the console itself.',
  onThisPage: 'On this page',
};
