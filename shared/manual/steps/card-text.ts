import type { Inline } from '../../article/node.ts';
import { inlineText } from '../../article/text.ts';
import type { Draft } from './draft.ts';

/** What the card shows: the author's own line when the step is all of it, else the step's own clause. */
export function cardText(draft: Draft, alone: boolean): Inline[] {
  if (alone) return draft.source.kids;
  return relabel(draft.text, draft.source.kids);
}

/** The clause with the line's labels as labels again. */
function relabel(text: string, kids: readonly Inline[]): Inline[] {
  const labels = kids.flatMap((kid) => (kid.t === 'label' ? [kid] : []));
  const out: Inline[] = [];
  let rest = text.replace(/\s+/gu, ' ').trim();
  for (const label of labels) {
    const words = label.path.join(' > ');
    const at = rest.indexOf(words);
    if (at < 0) continue;
    if (at > 0) out.push({ t: 'text', text: rest.slice(0, at) });
    out.push(label);
    rest = rest.slice(at + words.length);
  }
  if (rest) out.push({ t: 'text', text: rest });
  return out.length ? out : [{ t: 'text', text: inlineText(kids) }];
}
