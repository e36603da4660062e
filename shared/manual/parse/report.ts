import type { Problem } from '../options.ts';

/** Collects what an author should mend; the texts stand here and nowhere else. */
export class Report {
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();

  add(line: number, severity: Problem['severity'], code: string, ko: string, en: string): void {
    const key = `${line} ${code}`;
    if (this.#seen.has(key)) return;
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
