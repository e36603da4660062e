import type { Problem } from '../options.ts';

const FOLLOWS_UNCLOSED = new Set(['unmarked-label', 'lost-icon', 'step-without-target']);

/** Collects what an author should mend; the texts stand here and nowhere else. */
export class Report {
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();

  add(line: number, severity: Problem['severity'], code: string, ko: string, en: string): void {
    const key = `${line} ${code}`;
    if (this.#seen.has(key)) return;
    // One slip, one message: without its bracket a label is no label either.
    if (FOLLOWS_UNCLOSED.has(code) && this.#seen.has(`${line} unclosed-bracket`)) return;
    this.#seen.add(key);
    this.problems.push({ line, severity, code, message: { ko, en } });
  }

  rawHtml(line: number, raw: string): void {
    const tag = raw.slice(0, 40);
    this.add(
      line,
      'warning',
      'raw-html',
      `HTML 태그(${tag})는 쓸 수 없어 빼고 읽었습니다. Markdown으로 바꿔 주세요.`,
      `HTML (${tag}) is not allowed and was left out; write it in Markdown.`,
    );
  }

  unclosedBracket(line: number): void {
    this.add(
      line,
      'warning',
      'unclosed-bracket',
      '여는 대괄호 [ 가 닫히지 않았습니다. 라벨 끝에 ] 를 넣어 주세요.',
      'A bracket [ never closes: put ] at the end of the label.',
    );
  }

  unknownCallout(line: number, word: string): void {
    const meant = nearest(word.toUpperCase());
    this.add(
      line,
      'warning',
      'unknown-callout',
      `[!${word}]는 없는 알림말이라 인용문으로 읽었습니다. ${meant ? `[!${meant}]` : '[!NOTE], [!TIP], [!CAUTION] 가운데 하나'}로 적어 주세요.`,
      `[!${word}] is no call-out and was read as a quote; write ${meant ? `[!${meant}]` : '[!NOTE], [!TIP] or [!CAUTION]'}.`,
    );
  }

  unsafeLink(line: number, href: string): void {
    const shown = href.slice(0, 60);
    this.add(
      line,
      'warning',
      'unsafe-link',
      `링크 주소(${shown})는 쓸 수 없습니다. https: 주소나 article:<글 id>로 바꿔 주세요.`,
      `The link address (${shown}) is not allowed; use https: or article:<id>.`,
    );
  }
}

const CALLOUTS = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];

/** The call-out that a slip of one or two letters away from it has made, or null. */
function nearest(word: string): string | null {
  const near = CALLOUTS.map((callout) => ({ callout, slips: slips(word, callout) }));
  const [best] = near.sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(2, best.callout.length - 2) ? best.callout : null;
}

/** Letters to add, drop or change. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
