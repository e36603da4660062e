import type { ReadLine } from '../read-lines.ts';
import { drop, type Rule, SENTENCE } from './rule.ts';

const LONE = /^\d{1,2}[.)]?$/u;

/** A number alone on its line, then a title, then sentences: the title says what the sentences do in detail. */
export const loneNumbers: Rule = (lines) => {
  lines.forEach((line, i) => {
    if (!isLone(line)) return;
    const title = lines[i + 1];
    const body = lines[i + 2];
    // A sentence is the step itself; what follows it is a step or a note of its own.
    if (title?.acts.length && SENTENCE.test(title.plain.trim())) return;
    if (title?.acts.length && body && !isLone(body) && body.source.role !== 'heading' && body.acts.length > 0)
      drop(title, 'heading', 'the title of a numbered part');
  });
  // `Enable X 1) Log in 2) Click …` on one line: the words before the numbers are its title.
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next?.source.marker?.kind === 'paren' && next.source.marker.n === 1 && titled(line))
      drop(line, 'heading', 'the title of the numbers on its line');
  });
};

function titled(line: ReadLine): boolean {
  return (
    !line.source.marker &&
    line.acts.length > 0 &&
    line.acts.every((act) => act.unsure !== null) &&
    !SENTENCE.test(line.plain.trim())
  );
}

function isLone(line: ReadLine): boolean {
  return line.source.marker === null
    ? LONE.test(line.plain.trim())
    : line.plain.trim() === '' && line.source.marker.n !== null;
}
