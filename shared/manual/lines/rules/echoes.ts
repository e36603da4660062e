import type { ReadLine } from '../read-lines.ts';
import { key, type Rule } from './rule.ts';

/** `1. … 로그인합니다.` `2. 로그인 후 …`: what the line before asked for is said again, not asked again. */
export const echoes: Rule = (lines) => {
  let before: ReadLine | null = null;
  let visited = false;
  for (const line of lines) {
    if (line.kind === 'heading' && line.acts.length === 0) visited = false;
    if (line.acts.length === 0) continue;
    const last = before?.acts.at(-1);
    const first = line.acts[0]!;
    const again =
      last &&
      line.acts.length > 1 &&
      first.unsure !== null &&
      first.labels.length > 0 &&
      last.action === first.action &&
      sameTarget(last.labels, first.labels);
    if (again) line.acts.shift();
    if (visited && line.acts.length > 1 && line.acts[0]!.action === 'goto-url' && !line.acts[0]!.value)
      line.acts.shift();
    visited ||= line.acts.some((act) => act.action === 'goto-url');
    before = line;
  }
};

function sameTarget(a: readonly string[], b: readonly string[]): boolean {
  return a.map(key).join('>') === b.map(key).join('>');
}
