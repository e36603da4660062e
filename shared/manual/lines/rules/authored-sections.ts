import type { ReadLine } from '../read-lines.ts';
import { drop, hasMarkedAct, isNumbered, type Rule } from './rule.ts';

/**
 * A manual with Markdown headings keeps its steps in numbered lists; paragraphs, bullets and sections without a
 * numbered list are reading. Without any numbered list, bullets with marked labels are the steps.
 */
export const authoredSections: Rule = (lines) => {
  if (!lines.some((line) => line.source.role === 'heading')) return;
  const sections = split(lines);
  const numbered = sections.some(hasSteps);
  for (const section of sections) {
    const walkable = section.filter((line) => line.source.marker && hasMarkedAct(line)).length;
    for (const line of section) {
      if (line.acts.length === 0) continue;
      if (numbered) {
        if (!hasSteps(section)) drop(line, 'heading', 'prose beside the numbered steps');
        else if (line.source.depth === 0) drop(line, 'heading', 'a paragraph between numbered steps');
        else if (line.source.depth === 1 && !isNumbered(line))
          drop(line, 'note', 'a bullet beside numbered steps');
      } else if (walkable < 2 || !line.source.marker) drop(line, 'heading', 'prose: no numbered steps here');
    }
  }
};

function hasSteps(section: readonly ReadLine[]): boolean {
  return section.some((line) => isNumbered(line) && hasMarkedAct(line));
}

function split(lines: readonly ReadLine[]): ReadLine[][] {
  const out: ReadLine[][] = [[]];
  for (const line of lines) {
    if (line.source.role === 'heading') out.push([]);
    out.at(-1)!.push(line);
  }
  return out;
}
