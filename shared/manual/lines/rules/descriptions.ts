import type { ReadLine } from '../read-lines.ts';
import { drop, isNumbered, type Rule, SENTENCE } from './rule.ts';

/** Running text that only says what can be done, with nothing marked, describes; it does not ask. */
export const descriptions: Rule = (lines) => {
  const numbered = lines.filter((line) => isNumbered(line) && line.acts.length > 0).length;
  lines.forEach((line, i) => {
    const why = line.acts.length ? describes(line, numbered, i === 0 && lines.length > 1) : null;
    if (why) drop(line, line.source.marker ? 'note' : 'heading', why);
  });
};

function describes(
  { acts, conditional, plain, source: { marker, depth } }: ReadLine,
  numbered: number,
  first: boolean,
): string | null {
  const vague = acts.every((act) => act.unsure !== null || act.action === 'goto-url');
  const open = acts.every((act) => act.open || act.result);
  if (!marker && vague && open && !conditional) return 'says what can be done';
  if (!marker && vague && first && !SENTENCE.test(plain.trim())) return 'the title';
  if (marker?.kind !== 'bullet') return null;
  if (/^[•·・∙]/u.test(marker.text) && numbered >= 2 && (vague || open))
    return 'a bullet note between numbered steps';
  return depth >= 2 && open ? 'a bullet under a step that says what can be done' : null;
}
