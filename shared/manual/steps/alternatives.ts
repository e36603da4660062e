import type { ReadLine } from '../lines/read-lines.ts';
import { bySource } from './by-source.ts';
import type { Draft } from './draft.ts';

/** Names branches `g1.a`, `g1.b` …: of a sentence (`A 또는 B`), of a choice list, of sections by role or version. */
export function markAlternatives(lines: readonly ReadLine[], drafts: readonly Draft[]): void {
  let group = 0;
  const names = new Map<string, number>();
  drafts.forEach((draft, i) => {
    if (!draft.choice) return;
    const { group: own, branch } = draft.choice;
    const line = own === 0 || own < 0 ? `line ${draft.source.line}` : `list ${own}`;
    if (!names.has(line)) names.set(line, ++group);
    // `または…` opens a sentence of its own: the act before it is the other branch.
    const before = drafts[i - 1];
    if (own < 0 && before && !before.alternative && before.source.line >= draft.source.line - 1)
      before.alternative = `g${group}.a`;
    draft.alternative = branchName(names.get(line)!, branch);
  });
  const ofLine = bySource(drafts);
  for (const sections of roleSections(lines)) {
    group++;
    sections.forEach((section, branch) => {
      for (const line of section)
        for (const draft of ofLine.get(line.source) ?? []) draft.alternative ??= branchName(group, branch);
    });
  }
}

function branchName(group: number, branch: number): string {
  return `g${group}.${String.fromCharCode(97 + Math.min(branch, 25))}`;
}

const WHEN = /(?:설정|선택|사용)? ?(?:시|경우|때)\s*[:：]?$|場合\s*[:：]?$/u;

/** Runs of two or more neighbouring sections whose titles name a role, a device, a version or a case. */
function roleSections(lines: readonly ReadLine[]): ReadLine[][][] {
  const runs: ReadLine[][][] = [];
  let run: ReadLine[][] = [];
  let kind: string | null = null;
  const close = () => {
    if (run.filter((section) => section.some((line) => line.acts.length > 0)).length > 1) runs.push(run);
    run = [];
    kind = null;
  };
  for (const line of lines) {
    const title = titleOf(line);
    const shape = `${line.source.role} ${line.source.marker?.kind ?? ''} ${line.source.level}`;
    if (title) {
      if (kind !== null && kind !== shape) close();
      kind = shape;
      run.push([line]);
    } else if (kind !== null && endsRun(line, kind)) close();
    else if (run.length) run.at(-1)!.push(line);
  }
  close();
  return runs;
}

function titleOf(line: ReadLine): boolean {
  const text = line.plain.trim().replace(/^[[【<〈《■□◆●▶]+\s*|\s*[\]】>〉》]+$/gu, '');
  if (text.length === 0 || text.length > 40) return false;
  if (line.language.cues.role.test(text) && (line.acts.length === 0 || line.kind === 'heading')) return true;
  return line.source.marker !== null && line.source.marker.kind !== 'bullet' && WHEN.test(text);
}

function endsRun(line: ReadLine, kind: string): boolean {
  const { role, level, marker } = line.source;
  if (role === 'rule') return true;
  if (role === 'heading') return kind.startsWith('heading') ? level <= Number(kind.at(-1)) : true;
  if (line.kind === 'heading' && !marker && /^[[【<〈《■]/u.test(line.plain.trim())) return true;
  return (
    kind.split(' ')[1] !== '' &&
    marker?.kind !== undefined &&
    marker.kind !== 'callout' &&
    RANK[marker.kind] < (RANK[kind.split(' ')[1] as keyof typeof RANK] ?? 9)
  );
}

/** Outer markers first. */
const RANK = {
  step: 0,
  number: 1,
  outline: 2,
  paren: 2,
  round: 3,
  keycap: 3,
  callout: 4,
  bullet: 5,
  arrow: 5,
};
