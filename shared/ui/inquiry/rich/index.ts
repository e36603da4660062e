// What is fetched when 문의 상세 is first used, and not before.

export { canEdit, type Looks, type RichCommand, RichEditor } from './editor.ts';
export { LinkBar } from './link-bar.tsx';
