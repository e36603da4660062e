import type { ReadLine } from '../lines/read-lines.ts';
import type { Report } from '../parse/report.ts';
import type { Draft } from './draft.ts';

const NUMBERED = new Set(['number', 'paren', 'step', 'outline']);

/** What an author should mend so that the walkthrough can point: for `giljabi check`. */
export function findProblems(
  lines: readonly ReadLine[],
  drafts: readonly Draft[],
  known: ReadonlySet<string>,
  report: Report,
): void {
  for (const draft of drafts) missingTarget(draft, known, report);
  const walked = sections(lines);
  lines.forEach((line, i) => {
    const { marker, role, depth, line: at } = line.source;
    if (!walked[i] || role !== 'text' || !marker || !NUMBERED.has(marker.kind) || depth > 1) return;
    if (line.kind === 'crossref')
      report.add(
        at,
        'warning',
        'reference-like-step',
        '번호가 붙었지만 다른 글을 가리키는 줄입니다. 단계가 아니면 번호 없이 인용문(>)으로 적어 주세요.',
        'A numbered line that only points to another text: if it is no step, write it as a quote (>).',
      );
    else if (line.kind === 'result')
      report.add(
        at,
        'warning',
        'step-without-target',
        '번호가 붙었지만 누르거나 넣을 대상이 없습니다. 대상을 [대괄호]로 적거나 번호를 빼 주세요.',
        'A numbered line without anything to press or fill: write its target in [brackets], or take the number away.',
      );
  });
}

function missingTarget(draft: Draft, known: ReadonlySet<string>, report: Report): void {
  const { line } = draft.source;
  if (draft.unsure === 'lost-icon') {
    report.add(
      line,
      'warning',
      'lost-icon',
      '누를 것의 이름이 없습니다. 아이콘이라면 그 이름을 [대괄호]로 적어 주세요.',
      'What to press has no name: write the name of the icon or link in [brackets].',
    );
  } else if (
    draft.unsure === 'unmarked' &&
    draft.action !== 'read' &&
    !draft.labels.every((label) => known.has(label.replace(/\s+/gu, '').toLowerCase()))
  ) {
    const label = draft.labels.join(' > ').slice(0, 60);
    report.add(
      line,
      'warning',
      'unmarked-label',
      `‘${label}’에 [대괄호]가 없어 길잡이가 짚지 않고 물어봅니다. 화면의 글자라면 [${label}]처럼 적어 주세요.`,
      `"${label}" is not marked, so the walkthrough asks instead of pointing; if it stands on the screen, write [${label}].`,
    );
  }
}

/** For every line whether its section holds steps. */
function sections(lines: readonly ReadLine[]): boolean[] {
  const out = new Array<boolean>(lines.length).fill(false);
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && lines[i]!.source.role !== 'heading') continue;
    if (lines.slice(from, i).some((line) => line.acts.length > 0)) out.fill(true, from, i);
    from = i;
  }
  return out;
}
