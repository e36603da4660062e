import type { ReadLine } from '../read-lines.ts';
import { drop, type Rule } from './rule.ts';

const LONE = /^\d{1,2}[.)]?$/u;

/** A number alone on its line, then a title, then sentences: the title says what the sentences do in detail. */
export const loneNumbers: Rule = (lines) => {
  lines.forEach((line, i) => {
    if (!isLone(line)) return;
    const title = lines[i + 1];
    const body = lines[i + 2];
    if (title?.acts.length && body && !isLone(body) && body.source.role !== 'heading' && body.acts.length > 0)
      drop(title, 'heading', 'the title of a numbered part');
  });
  // `Enable X 1) Log in 2) Click …` on one line: the words before the numbers are its title.
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (
      next &&
      next.source.line === line.source.line &&
      !line.source.marker &&
      next.source.marker?.n === 1 &&
      line.acts.every((act) => act.unsure !== null)
    )
      drop(line, 'heading', 'the title of the numbers on its line');
  });
};

function isLone(line: ReadLine): boolean {
  return line.source.marker === null
    ? LONE.test(line.plain.trim())
    : line.plain.trim() === '' && line.source.marker.n !== null;
}
