import { drop, type Rule } from './rule.ts';

/** `*` before a line is a bullet in Markdown and a footnote in pasted text: a footnote where other markers carry the steps. */
export const starNotes: Rule = (lines) => {
  const others = lines.filter((line) => line.acts.length > 0 && line.source.marker?.text !== '*').length;
  if (others < 2) return;
  for (const line of lines)
    if (line.source.marker?.text === '*' && line.acts.length > 0) drop(line, 'note', 'a footnote');
};
