import type { ReadLine } from '../read-lines.ts';
import { below, drop, isNumbered, key, type Rule } from './rule.ts';

/** `3. [환경설정 > 부재중 설정]으로 이동해 … [저장]` over ①②③④ that do the same: the call-outs are kept. */
export const summaries: Rule = (lines) => {
  lines.forEach((line, i) => {
    if (!isNumbered(line) || line.source.marker!.kind === 'callout' || line.acts.length === 0) return;
    const callouts = calloutsUnder(below(lines, i));
    if (callouts.length === 0) return;
    const said = new Set(callouts.flatMap((one) => one.acts.flatMap((act) => act.labels.map(key))));
    const repeated = line.acts.filter((act) => act.labels.every((label) => said.has(key(label))));
    const vague = line.acts.every((act) => act.unsure !== null);
    if (vague || repeated.length * 2 >= line.acts.length)
      drop(line, 'heading', 'a summary of the call-outs below it');
  });
};

/** Call-outs that come right after the line: another marker between them starts something else. */
function calloutsUnder(under: readonly ReadLine[]): ReadLine[] {
  const out: ReadLine[] = [];
  for (const line of under) {
    const kind = line.source.marker?.kind;
    if (kind && kind !== 'callout' && kind !== 'bullet') break;
    if (kind === 'callout' && line.acts.length > 0) out.push(line);
  }
  return out;
}
