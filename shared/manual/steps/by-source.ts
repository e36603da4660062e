import type { SourceLine } from '../parse/source-line.ts';
import type { Draft } from './draft.ts';

/** Drafts of each line. (Map.groupBy would do, but Node 20 has none.) */
export function bySource(drafts: readonly Draft[]): Map<SourceLine, Draft[]> {
  const out = new Map<SourceLine, Draft[]>();
  for (const draft of drafts) {
    const own = out.get(draft.source);
    if (own) own.push(draft);
    else out.set(draft.source, [draft]);
  }
  return out;
}
