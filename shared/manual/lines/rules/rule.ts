import type { Kind } from '../kinds.ts';
import type { ReadLine } from '../read-lines.ts';

/** A rule looks at a whole manual and changes what single lines were taken for. */
export type Rule = (lines: ReadLine[]) => void;

/** Takes a line's acts away and says why. */
export function drop(line: ReadLine, kind: Kind, why: string): void {
  line.acts = [];
  line.kind = kind;
  line.why = why;
}

const NUMBERED = new Set(['number', 'paren', 'round', 'callout', 'keycap', 'step', 'outline']);

export function isNumbered(line: ReadLine): boolean {
  return line.source.marker !== null && NUMBERED.has(line.source.marker.kind);
}

/** A target that the author marked, or a place that the reader goes to. */
export function hasMarkedAct(line: ReadLine): boolean {
  return line.acts.some((act) => act.unsure === null && act.action !== 'read');
}

export { SENTENCE } from '../sentence-end.ts';

/** Lines after `at` up to the next one with the same kind of marker, a heading or a rule. */
export function below(lines: readonly ReadLine[], at: number): ReadLine[] {
  const kind = lines[at]!.source.marker?.kind;
  const depth = lines[at]!.source.depth;
  const free = kind === 'step' || /^[가-하]/u.test(lines[at]!.source.marker?.text ?? '');
  const out: ReadLine[] = [];
  for (let i = at + 1; i < lines.length; i++) {
    const { source } = lines[i]!;
    if (source.role === 'heading' || source.role === 'rule') break;
    // A pasted `STEP 2` or `나.` may hang below the list before it: its word counts, not its depth.
    if (source.marker?.kind === kind && (source.depth <= depth || free)) break;
    if (source.marker && source.depth < depth && !free) break;
    out.push(lines[i]!);
  }
  return out;
}

/** Label words of acts for comparison, one a segment. */
export function segments(lines: readonly ReadLine[]): Set<string> {
  return new Set(lines.flatMap((line) => line.acts.flatMap((act) => act.labels.map(key))));
}

export function key(label: string): string {
  return label.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
