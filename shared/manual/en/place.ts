import type { Span } from '../text/span.ts';
import { readThing } from './object.ts';

/** `in the X section`, `Under X, …`: the place, when it has a name. */
export function placeIn(rest: string, before: string, spans: readonly Span[]): string[] {
  const after = /^\s*(?:in|on|under|at|from|next to|beside|right to|left of|right of|for)\s+/iu.exec(rest);
  const lead = /(?:^|\s)(?:in|on|under|at|from|next to|beside|within|inside|for)\s+([^,]+),\s*$/iu.exec(
    before,
  );
  for (const words of [after ? rest.slice(after[0].length) : null, lead ? lead[1]! : null]) {
    if (!words) continue;
    const place = readThing(words, spans);
    if (place.spans.length) return place.spans.at(-1)!.path;
    if (place.words && place.named) return [place.words];
  }
  return [];
}
