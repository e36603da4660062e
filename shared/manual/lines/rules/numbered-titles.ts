import { below, drop, isNumbered, key, type Rule, SENTENCE, segments } from './rule.ts';

/** `2. 관리자 설정 메뉴 클릭` over sentences that say the same in full is their title. */
export const numberedTitles: Rule = (lines) => {
  lines.forEach((line, i) => {
    if (!isNumbered(line) || line.acts.length === 0) return;
    const under = below(lines, i);
    if (SENTENCE.test(line.plain.trim())) {
      // `3. 이름을 수정합니다.` over `1) …`: named, and then done below.
      const vague = line.acts.every((act) => act.unsure !== null && act.action === 'fill');
      const next = under[0];
      if (vague && next && isNumbered(next) && next.acts.length > 0)
        drop(line, 'heading', 'says what the numbers below it do');
      return;
    }
    const inner = under.filter((one) => one.acts.length > 0);
    if (inner.length === 0) return;
    const said = segments(inner);
    const marked = line.acts.some((act) => act.unsure === null);
    const repeated = line.acts.every((act) => act.labels.every((label) => said.has(key(label))));
    if (!marked || repeated) drop(line, 'heading', 'the title of the lines below it');
  });
};
