import type { Done } from '../../guide/step.ts';
import type { Report } from '../parse/report.ts';
import type { Draft } from './draft.ts';

/**
 * An author's word on what shows a step to be done: an HTML comment beside it or below it, which no Markdown viewer
 * draws. `<!-- done: on -->`, `off`, `filled`, `none`, `value "25"`, `shown "적용됨"`, `row "203.0.113.7"`, `gone "…"`.
 */
const MARK = /<!--\s{0,9}(?:done|완료|完了)\s{0,9}[:：]\s{0,9}(.{0,300}?)\s{0,9}-->/iu;
const FENCE = /^\s*(```|~~~)/;
/** A mark belongs to the step above it; further down it is lost. Lines. */
const FURTHEST = 12;

/** What the marks of a manual say, by the draft they belong to; `null` says that only the act counts. */
export function readDoneMarks(
  markdown: string,
  drafts: readonly Draft[],
  report: Report,
): Map<Draft, Done | null> {
  const out = new Map<Draft, Done | null>();
  let fenced = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    const mark = fenced || !line.includes('<!--') ? null : MARK.exec(line);
    if (!mark) continue;
    const at = index + 1;
    const done = parse(mark[1]!);
    if (done === undefined) wrong(report, at, mark[1]!);
    const step = drafts.findLast(({ source }) => source.line <= at && at - source.line <= FURTHEST);
    if (!step) lost(report, at);
    else if (done !== undefined) out.set(step, done);
  }
  return out;
}

/** Undefined for what is no condition. */
function parse(text: string): Done | null | undefined {
  const [, word = '', words] = /^(\p{L}+)(?:\s+["“”'‘’「](.{1,200}?)["“”'‘’」])?$/u.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case 'none':
      return words ? undefined : null;
    case 'on':
    case 'off':
    case 'filled':
      return words ? undefined : { kind: word.toLowerCase() as 'on' | 'off' | 'filled' };
    case 'value':
      return words ? { kind: 'value', value: words } : undefined;
    case 'shown':
      return words ? { kind: 'shown', text: words } : undefined;
    case 'row':
      return words ? { kind: 'row', text: words, step: null, present: true } : undefined;
    case 'gone':
      return words ? { kind: 'row', text: words, step: null, present: false } : undefined;
    default:
      return undefined;
  }
}

function wrong(report: Report, line: number, said: string): void {
  report.add(
    line,
    'warning',
    'done-mark-wrong',
    `완료 표시(${said.slice(0, 40)})를 읽을 수 없습니다. on, off, filled, none, value "값", shown "글", row "줄", gone "줄" 가운데 하나로 적어 주세요.`,
    `The done mark (${said.slice(0, 40)}) cannot be read; write one of on, off, filled, none, value "…", shown "…", row "…", gone "…".`,
  );
}

function lost(report: Report, line: number): void {
  report.add(
    line,
    'warning',
    'done-mark-lost',
    '완료 표시 위에 단계가 없습니다. 표시는 단계와 같은 줄이나 바로 아래에 적어 주세요.',
    'There is no step above this done mark: write it on the line of its step or just below.',
  );
}
