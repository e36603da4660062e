import { languagePicker } from './languages.ts';
import type { Kind } from './lines/kinds.ts';
import { readLines } from './lines/read-lines.ts';
import { settleLines } from './lines/settle.ts';
import { parseBlocks } from './parse/blocks.ts';
import { blankFrontMatter } from './parse/front-matter.ts';
import { Report } from './parse/report.ts';
import { tame } from './parse/tame.ts';

export interface Explained {
  line: number;
  text: string;
  kind: Kind;
  why: string;
  /** What was read from the line, in short: `click 저장`. */
  steps: string[];
}

/** Line by line, what each was taken for and why: so that an author sees where the compiler misread. */
export function explain(markdown: string, lang?: string): Explained[] {
  const text = tame(blankFrontMatter(markdown));
  const { lines } = parseBlocks(text, new Report());
  const read = readLines(lines, languagePicker(text, lang));
  settleLines(read);
  return read.map((line) => ({
    line: line.source.line,
    text: `${'  '.repeat(line.source.depth)}${line.source.marker ? `${line.source.marker.text} ` : ''}${line.plain}`,
    kind: line.kind,
    why: line.why,
    steps: line.acts.map((act) => {
      const target = act.labels.join(' > ') || '(…)';
      const unsure = act.unsure ? ` ?${act.unsure}` : '';
      return `${act.action} ${target}${act.within.length ? ` @ ${act.within.join(' > ')}` : ''}${unsure}`;
    }),
  }));
}
