import type { ReadLine } from './read-lines.ts';
import { authoredSections } from './rules/authored-sections.ts';
import { breadcrumbs } from './rules/breadcrumbs.ts';
import { descriptions } from './rules/descriptions.ts';
import { echoes } from './rules/echoes.ts';
import { loneNotes } from './rules/lone-notes.ts';
import { loneNumbers } from './rules/lone-numbers.ts';
import { numberedTitles } from './rules/numbered-titles.ts';
import { options } from './rules/options.ts';
import { questions } from './rules/questions.ts';
import type { Rule } from './rules/rule.ts';
import { starNotes } from './rules/star-notes.ts';
import { summaries } from './rules/summaries.ts';

/** In this order: what the manual's shape settles, then what repeats, then what is only said. */
const RULES: readonly Rule[] = [
  breadcrumbs,
  starNotes,
  questions,
  loneNotes,
  authoredSections,
  options,
  loneNumbers,
  numberedTitles,
  summaries,
  descriptions,
  echoes,
];

/** Lines were read one by one; here the whole manual decides what they are. */
export function settleLines(lines: ReadLine[]): void {
  for (const rule of RULES) rule(lines);
}
