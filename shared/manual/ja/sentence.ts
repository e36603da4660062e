import type { Act } from '../steps/draft.ts';
import { pathsOnTheWay } from '../steps/paths-on-the-way.ts';
import type { Masked, Span } from '../text/span.ts';
import { readClause } from './clause.ts';
import { findVerbs } from './find-verbs.ts';
import { maskApart } from './phrases.ts';

const ON_THE_WAY = /^\s*(?:画面|ページ|メニュー)?\s*(?:で|から|の(?!順))/u;

/** Every act of one Japanese sentence; the verb comes last, so each verb closes a clause. */
export function readSentence({ text: written, spans }: Masked): Act[] {
  const text = maskApart(written, spans);
  const acts: Act[] = [];
  let at = 0;
  let idle = '';
  let open = /^(?:必要に応じて|必要な場合)/u.test(text.trim());
  const either = /^\s*(?:または|もしくは|あるいは)/u.test(text);
  const seen = new Set<Span>();
  for (const found of findVerbs(text)) {
    if (found.mood === 'attr') continue;
    const own = text.slice(at, found.start);
    // `名前を検索して選びます`: the second verb has the words of the first.
    const args = own.trim() === '' && idle ? idle : own;
    const before = acts.length;
    acts.push(...pathsOnTheWay(args, spans, seen, ON_THE_WAY));
    if (found.mood === 'purpose') open = true;
    else if (found.mood !== 'not') {
      for (const one of readClause(args, found, spans)) {
        if (one.action === 'save' && one.unsure && acts.at(-1)?.action === 'save') continue;
        acts.push({
          ...one,
          open: open || found.mood === 'can',
          result: found.mood === 'if',
          text: `${args.replace(/^[\s、。]+/u, '')}${found.verb.finite}`,
        });
      }
    }
    idle = found.mood === 'then' && acts.length === before ? args : '';
    at = found.end;
  }
  acts.push(...pathsOnTheWay(text.slice(at), spans, seen, null));
  return either ? acts.map((one) => ({ ...one, choice: { group: -1, branch: 1 } })) : acts;
}
