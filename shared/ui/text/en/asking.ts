import type { Text } from '../ko/index.ts';

export const asking: Text['asking'] = {
  title: 'New inquiry',
  intro: 'We answer to the e-mail address you give. What you write is kept on this device meanwhile.',
  suggestionsPrivate: 'Suggestions are found on this device. What you type leaves it only when you submit.',
  carried: 'Sent along: where you are in the walkthrough',
  carriedHint:
    'It helps us find the place. Nothing that you typed on the page is in it. Clear the lines that you would rather not send.',
  carriedGuide: 'Walkthrough',
  carriedStep: 'Step',
  carriedMissed: 'Steps not found on the page',
  carriedConsole: 'Console',
  carriedBrowser: 'Browser',
};
