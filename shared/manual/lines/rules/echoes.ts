import type { Act } from '../../steps/draft.ts';
import type { ReadLine } from '../read-lines.ts';
import { key, type Rule } from './rule.ts';

/** `1. … 로그인합니다.` `2. 로그인 후 …`: what the line before asked for is said again, not asked again. */
export const echoes: Rule = (lines) => {
  let before: ReadLine | null = null;
  let visited = false;
  for (const line of lines) {
    if (line.kind === 'heading' && line.acts.length === 0) visited = false;
    if (line.acts.length === 0) continue;
    line.acts = line.acts.filter((act, i) => !saysAgain(act, line.acts[i - 1]));
    const last = before?.acts.at(-1);
    const first = line.acts[0]!;
    const again =
      last &&
      line.acts.length > 1 &&
      first.unsure !== null &&
      first.labels.length > 0 &&
      last.action === first.action &&
      sameTarget(last.labels, first.labels);
    if (again) line.acts.shift();
    // `… 접속한다.` `관리자 계정으로 로그인한다.`: one visit in two sentences.
    if (
      last?.action === 'goto-url' &&
      first.action === 'goto-url' &&
      !first.value &&
      line.acts.length === 1
    ) {
      line.acts.shift();
      continue;
    }
    if (visited && line.acts.length > 1 && line.acts[0]!.action === 'goto-url' && !line.acts[0]!.value)
      line.acts.shift();
    visited ||= line.acts.some((act) => act.action === 'goto-url');
    before = line;
  }
};

/** `주소를 입력합니다. … 여러 주소를 입력할 수 있습니다.`: more about the field, no second step. */
function saysAgain(act: Act, last: Act | undefined): boolean {
  if (
    !last ||
    !act.open ||
    last.open ||
    act.action !== 'fill' ||
    last.action !== 'fill' ||
    act.unsure === null
  )
    return false;
  const [one, two] = [key(last.labels.join('')), key(act.labels.join(''))];
  return one !== '' && two !== '' && (one.endsWith(two) || two.endsWith(one) || two.includes(one.slice(-3)));
}

function sameTarget(a: readonly string[], b: readonly string[]): boolean {
  return a.map(key).join('>') === b.map(key).join('>');
}
