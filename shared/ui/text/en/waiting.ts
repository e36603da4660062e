import type { Text } from '../ko/index.ts';
import { plural } from './plural.ts';

export const waiting: Text['waiting'] = {
  title: (count) => `${plural(count, 'inquiry', 'inquiries')} not received yet`,
  safe: 'Stored on this device, and sent again once there is a connection.',
  unsent: 'Not sent',
  turn: 'Waiting for its turn',
  next: (time) => `Next attempt at ${time}`,
  soon: 'Next attempt in a moment',
  mend: 'It is not accepted as it is. Please copy it, mend it and send it as a new inquiry.',
  read: 'Read what you wrote',
  copy: 'Copy it',
  selected: 'It could not be copied. The text is selected: press Ctrl+C (⌘C on a Mac).',
  take: 'Delete without sending',
  takeAsk: 'Delete this inquiry from this device without sending it?',
  takeUnsure: 'There was no answer when it was sent before: it may have been received already.',
  takeYes: 'Delete',
  takeNo: 'Keep it',
  taken: (summary) => `Deleted: ${summary}`,
  undo: 'Undo',
  undone: 'It is back',
  notTaken: 'It is being sent just now and was not deleted.',
};
