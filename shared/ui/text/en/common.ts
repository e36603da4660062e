import type { Text } from '../ko/index.ts';

export const common: Text['common'] = {
  product: 'Giljabi',
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  retry: 'Try again',
  save: 'Save',
  remove: 'Remove',
  open: 'Open',
  more: 'Show more',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading',
  optional: 'optional',
  required: 'required',
  newWindow: 'new window',
  skip: 'Skip to content',
  settings: 'Settings',
  help: 'Help',
  yes: 'Yes',
  no: 'No',
};
