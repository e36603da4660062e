export type * from './node.ts';
export { blockText, inlineText } from './text.ts';
