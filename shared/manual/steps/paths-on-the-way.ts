import { SPAN_CHARS, type Span, spanOf } from '../text/span.ts';
import type { Act } from './draft.ts';

/**
 * `[a > b]에서 [c]를 클릭`: the path is walked first, then the click. `follows` says after which words a path is
 * only on the way; null takes every path (there is no verb that could take it).
 */
export function pathsOnTheWay(
  args: string,
  spans: readonly Span[],
  walked: Set<Span>,
  follows: RegExp | null,
): Act[] {
  const acts: Act[] = [];
  for (const hit of args.matchAll(SPAN_CHARS)) {
    const span = spanOf(hit[0], spans)!;
    if (span.path.length < 2 || walked.has(span)) continue;
    if (follows && !follows.test(args.slice(hit.index + 1))) continue;
    walked.add(span);
    acts.push({
      action: 'open-menu-path',
      labels: span.path,
      within: [],
      value: null,
      unsure: span.marked ? null : 'unmarked',
      choice: null,
      open: false,
      result: false,
      text: hit[0],
    });
  }
  return acts;
}
