// What the form needs once something was written: fetched with the first draft that is saved, not before.
export { checkInquiry, TEXT_LIMITS } from '../../inquiry/rules.ts';
export { addFiles } from './file-list.ts';
export { Outcome } from './outcome.tsx';
export { problemText } from './problem-text.ts';
export { reasonText } from './reason-text.ts';
