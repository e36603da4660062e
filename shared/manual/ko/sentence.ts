import type { Act } from '../steps/draft.ts';
import type { Masked, Span } from '../text/span.ts';
import { SPAN_CHARS, spanOf } from '../text/span.ts';
import { readClause } from './clause.ts';
import { type Found, findVerbs } from './find-verbs.ts';

/** Every act of one Korean sentence, in its order. The verb comes last, so each verb closes a clause. */
export function readSentence({ text, spans }: Masked): Act[] {
  const acts: Act[] = [];
  let at = 0;
  let open = /^(?:필요 ?(?:시|한 경우|하면|에 따라)|원하는 경우|원하면)/u.test(text.trim());
  const seen = new Set<string>();
  for (const found of findVerbs(text)) {
    if (found.mood === 'attr') continue;
    const args = text.slice(at, found.start);
    acts.push(...pathsOnTheWay(args, spans, seen, text, found));
    if (found.mood === 'purpose' || found.mood === 'case') open = true;
    else if (found.mood !== 'not' && found.mood !== 'noun') {
      const can = found.mood === 'can';
      for (const one of readClause(args, found, spans)) {
        if (seen.has(JSON.stringify(one.labels)) && one.action === 'open-menu-path') continue;
        if (one.action === 'save' && one.unsure && acts.at(-1)?.action === 'save') continue;
        acts.push({ ...one, open: open || can, text: clauseText(text, at, found) });
      }
    }
    at = found.end;
  }
  acts.push(...pathsOnTheWay(text.slice(at), spans, seen, text, null));
  return acts;
}

/** `[a > b]에서 [c]를 클릭`: the path is walked first, then the click. */
function pathsOnTheWay(
  args: string,
  spans: readonly Span[],
  seen: Set<string>,
  text: string,
  found: Found | null,
): Act[] {
  const acts: Act[] = [];
  for (const hit of args.matchAll(SPAN_CHARS)) {
    const span = spanOf(hit[0], spans)!;
    if (span.path.length < 2) continue;
    const after = args.slice(hit.index + 1);
    const own = found && !/^\s*(?:메뉴|화면|페이지|탭)?\s*(?:에서|에는|의|내|,)/u.test(after);
    if (own) continue;
    seen.add(JSON.stringify(span.path));
    acts.push({
      action: 'open-menu-path',
      labels: span.path,
      within: [],
      value: null,
      unsure: span.marked ? null : 'unmarked',
      choice: null,
      open: false,
      text,
    });
  }
  return acts;
}

/** The words of one clause as a sentence of its own: `… 입력 후` reads `… 입력합니다`. */
function clauseText(text: string, at: number, found: Found): string {
  const args = text.slice(at, found.start).replace(/^[\s,.]+/u, '');
  return `${args}${found.verb.finite}`;
}
