import { drop, type Rule } from './rule.ts';

/** A line that only opens a note: `Note:`, `참고`, `注意`. */
const OPENER = /^(?:[^\p{L}\p{N}]{1,3}\s*)?\p{L}{1,12}\s*[:：]?$/u;

/** `Note:` on a line of its own: the line below is the note, or the bullets right below it are. */
export const loneNotes: Rule = (lines) => {
  lines.forEach((line, i) => {
    if ((line.kind !== 'note' && line.kind !== 'caution') || !OPENER.test(line.plain.trim())) return;
    if (line.source.role !== 'text') return;
    for (let at = i + 1; at < lines.length; at++) {
      const { marker, role } = lines[at]!.source;
      if (role !== 'text' || (marker && marker.kind !== 'bullet')) return;
      if (lines[at]!.acts.length > 0) drop(lines[at]!, 'note', 'below the word for a note');
      if (!marker) return;
    }
  });
};
