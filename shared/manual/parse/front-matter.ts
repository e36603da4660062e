/** The manual without its leading `---` block; the lines stay where they are, so line numbers keep counting. */
export function blankFrontMatter(markdown: string): string {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!text.startsWith('---\n')) return text;
  const end = text.indexOf('\n---', 3);
  if (end < 0) return text;
  const eol = text.indexOf('\n', end + 1);
  if (text.slice(end + 4, eol < 0 ? undefined : eol).trim() !== '') return text;
  const head = eol < 0 ? text : text.slice(0, eol);
  return head.replace(/[^\n]+/g, '') + (eol < 0 ? '' : text.slice(eol));
}
