import { ONE_OF } from '../one-of.ts';
import type { ReadLine } from '../read-lines.ts';
import { type Rule, SENTENCE } from './rule.ts';

const CHOOSE =
  /select|choose|pick|선택|고르|골라|설정|체크|켜|켭|클릭|check|tick|turn on|enable|click|選択|選び|選ぶ|オンに|チェック|クリック/iu;
const HEAD = /^(.{2,70}?)\s*(?:[—–]|\s-\s|[:：])\s*(.*)$/u;

/** `Select one of the following:` over bullets: each bullet is a choice, and only one is made. */
export const options: Rule = (lines) => {
  lines.forEach((line, i) => {
    if (!ONE_OF.test(line.plain) || !CHOOSE.test(line.plain) || line.acts.some((act) => act.unsure === null))
      return;
    const choices = bulletsAfter(lines, i);
    if (
      choices.length < 2 ||
      choices.some(
        (choice) =>
          choice.acts.length === 0 && SENTENCE.test(choice.plain.trim()) && !HEAD.test(choice.plain),
      )
    )
      return;
    const action =
      line.acts[0]?.action === 'check' || /オンに|チェック|체크|켜|켭/u.test(line.plain) ? 'check' : 'select';
    line.acts = [];
    choices.forEach((choice, branch) => {
      const name = HEAD.exec(choice.plain)?.[1] ?? choice.plain;
      const rest = choice.acts.filter((act) => act.action === 'fill');
      const tail = HEAD.exec(choice.plain)?.[2] ?? '';
      choice.kind = 'step';
      choice.why = 'one of several choices';
      // `… 유지하려면 재정의를 클릭합니다`: the choice says itself what to press.
      if (SENTENCE.test(choice.plain.trim()) && choice.acts.length > 0 && !HEAD.test(choice.plain)) {
        choice.acts = choice.acts.map((act) => ({ ...act, choice: { group: i + 1, branch } }));
        return;
      }
      choice.acts = [
        {
          action: action as 'check' | 'select',
          labels: [name.trim()],
          within: [],
          value: null,
          unsure: 'unmarked' as const,
          open: false,
          result: false,
          text: name,
          choice: null,
        },
        // What goes with a choice has no name of its own.
        ...rest
          .map((act) =>
            act.labels[0] === name.trim() ? { ...act, labels: [], unsure: 'placeholder' as const } : act,
          )
          .map((act) => ({ ...act, text: tail })),
      ].map((act) => ({ ...act, choice: { group: i + 1, branch } }));
    });
  });
};

function bulletsAfter(lines: readonly ReadLine[], at: number): ReadLine[] {
  const out: ReadLine[] = [];
  for (let i = at + 1; i < lines.length; i++) {
    const { marker, role } = lines[i]!.source;
    if (role !== 'text' || marker?.kind !== 'bullet') break;
    out.push(lines[i]!);
  }
  return out;
}
