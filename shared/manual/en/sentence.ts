import type { Act } from '../steps/draft.ts';
import type { Masked } from '../text/span.ts';
import { SPAN_CHARS, spanOf } from '../text/span.ts';
import { readClause } from './clause.ts';
import { findVerbs } from './find-verbs.ts';

const PURPOSE = /^(?:if|to|when|in order to|for|optionally|alternatively)\b/iu;

/** Every act of one English sentence: each imperative takes the words up to the next one. */
export function readSentence({ text, spans }: Masked): Act[] {
  const acts: Act[] = [];
  const verbs = findVerbs(text);
  // A sentence that opens with a condition leaves the rest to the reader.
  const open = PURPOSE.test(text.trim()) && !/^(?:when|for)\b/iu.test(text.trim());
  let at = 0;
  let branch = 0;
  verbs.forEach((found, i) => {
    const next = verbs[i + 1]?.start ?? text.length;
    const after = text
      .slice(found.end, next)
      .replace(/[\s,]*(?:and|then|or|to|and then|you|can|by|;)*\s*$/iu, '');
    const before = text.slice(at, found.start);
    const either = /\bor\s*$/iu.test(before.trimEnd()) && acts.length > 0;
    for (const one of readClause(found, after, before, spans)) {
      if (either) {
        acts.at(-1)!.choice ??= { group: 0, branch: 0 };
        branch++;
      }
      acts.push({
        ...one,
        choice: either ? { group: 0, branch } : one.choice,
        open: open || found.can,
        result: false,
        text: `${capital(text.slice(found.start, found.end))}${after}`,
      });
    }
    acts.push(...goesOn(after, spans, acts.at(-1)));
    at = found.end;
  });
  if (verbs.length === 0) acts.push(...loneParts(text, spans));
  return acts;
}

/** `click on X and then on Y`: the verb is not said again. */
function goesOn(after: string, spans: Masked['spans'], last: Act | undefined): Act[] {
  const hit = /\band then (?:on\s+|(?=[\ue000-\ue7ef]))/iu.exec(after);
  if (!hit || !last) return [];
  const rest = after.slice(hit.index + hit[0].length);
  return readClause({ sense: 'press', verb: 'click', start: 0, end: 0, can: false }, rest, '', spans).map(
    (one) => ({
      ...one,
      open: last.open,
      result: false,
      text: `Click on ${rest}`,
    }),
  );
}

/** A line that is only a path: open it. */
function loneParts(text: string, spans: Masked['spans']): Act[] {
  const chars = text.match(SPAN_CHARS) ?? [];
  const span = chars.length === 1 ? spanOf(chars[0]!, spans)! : null;
  if (!span || span.path.length < 2 || text.replace(/[\s.🧭]/gu, '').length > 1) return [];
  return [
    {
      action: 'open-menu-path',
      labels: span.path,
      within: [],
      value: null,
      unsure: span.marked ? null : 'unmarked',
      choice: null,
      open: false,
      result: false,
      text,
    },
  ];
}

function capital(word: string): string {
  return word ? word[0]!.toUpperCase() + word.slice(1) : word;
}
