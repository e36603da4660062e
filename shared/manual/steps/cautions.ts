import type { ReadLine } from '../lines/read-lines.ts';
import type { Draft } from './draft.ts';

/** Cautions belong to the step above them; the first ones of a manual to its first step. */
export function attachCautions(lines: readonly ReadLine[], drafts: readonly Draft[]): void {
  lines.forEach((line, i) => {
    const { cues } = line.language;
    const text = line.plain.trim();
    const warns =
      line.kind === 'caution' ||
      (line.kind !== 'crossref' &&
        line.kind !== 'heading' &&
        cues.caution.test(text) &&
        line.acts.length === 0);
    if (!warns || !text) return;
    const target = threatened(lines, i, drafts);
    if (!target) return;
    target.caution = target.caution ? `${target.caution} ${text}` : text;
    if (cues.irreversible.test(text)) target.danger = 'irreversible';
    else if (cues.everyone.test(text)) target.danger ??= 'everyone';
  });
}

function threatened(lines: readonly ReadLine[], at: number, drafts: readonly Draft[]): Draft | null {
  for (let i = at - 1; i >= 0; i--) {
    if (lines[i]!.source.role === 'heading') break;
    const own = drafts.filter((draft) => draft.source === lines[i]!.source);
    if (own.length) return own.at(-1)!;
  }
  for (let i = at + 1; i < lines.length; i++) {
    const own = drafts.filter((draft) => draft.source === lines[i]!.source);
    if (own.length) return own[0]!;
  }
  return null;
}
