import type { Doc } from './doc.ts';
import { readHtml } from './read-html.ts';

/** Characters of HTML that are read; a copy of more comes without its looks. */
const MOST = 500_000;

/** What a clipboard brings, as lines of ours; null when it holds no words. */
export function readPaste(data: Pick<DataTransfer, 'getData'>): Doc | null {
  const copied = data.getData('text/html');
  const html = copied.length > MOST ? [] : readHtml(copied);
  if (html.length > 0) return html;
  const text = data.getData('text/plain');
  return text ? plainDoc(text) : null;
}

/** Every letter stands for itself. */
export function plainDoc(text: string): Doc {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => ({ kind: 'text', runs: line ? [{ text: line }] : [] }));
}
