import type { ReadLine } from '../lines/read-lines.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Draft } from './draft.ts';

/** A card is no place for a page of warnings. Characters. */
const LONGEST = 600;

/** Cautions belong to the step above them in their section; the first ones of a manual to the step that follows. */
export function attachCautions(lines: readonly ReadLine[], drafts: readonly Draft[]): void {
  const last = new Map(drafts.map((draft) => [draft.source, draft]));
  const first = new Map(drafts.toReversed().map((draft) => [draft.source, draft]));
  let above: Draft | null = null;
  let waiting: ReadLine[] = [];
  for (const line of lines) {
    if (line.source.role === 'heading') above = null;
    const own = last.get(line.source);
    if (own) {
      above = own;
      warnBeside(own, line);
      for (const early of waiting) warn(first.get(line.source)!, early);
      waiting = [];
    } else if (warns(line)) {
      if (above) warn(above, line);
      else waiting.push(line);
    }
  }
}

/** `[삭제]를 클릭합니다. 복구할 수 없습니다.`: the warning stands on the step's own line. */
function warnBeside(draft: Draft, line: ReadLine): void {
  const sentences = splitSentences(line.plain);
  if (sentences.length < 2) return;
  for (const plain of sentences.slice(1))
    if (line.language.cues.caution.test(plain)) warn(draft, { ...line, plain });
}

function warns(line: ReadLine): boolean {
  if (line.kind === 'caution') return true;
  const reading =
    line.kind === 'crossref' || line.kind === 'heading' || line.kind === 'chrome' || line.kind === 'code';
  return !reading && line.acts.length === 0 && line.language.cues.caution.test(line.plain);
}

function warn(draft: Draft, line: ReadLine): void {
  const text = line.plain.trim();
  if (!text || (draft.caution?.length ?? 0) > LONGEST) return;
  draft.caution = draft.caution ? `${draft.caution} ${text}` : text;
  if (line.language.cues.irreversible.test(text)) draft.danger = 'irreversible';
  else if (line.language.cues.everyone.test(text)) draft.danger ??= 'everyone';
}
