import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { type Doc, type Line, textOf, tidyRuns } from '../../../../shared/ui/inquiry/rich/doc.ts';
import { readMarkdown } from '../../../../shared/ui/inquiry/rich/read-markdown.ts';
import { writeMarkdown } from '../../../../shared/ui/inquiry/rich/write-markdown.ts';

/** Characters that mean something to Markdown, and those that people here write. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('가', '한글', '메일', 'a', 'b1', ' ', 'ㅎ', '(', ')', '.', '3~5') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['*', '**', '_', '__', '`', '~', '~~', '[', ']', '](', '#', '## ', '> ', '- ', '+ ', '1. ', '2) '],
      ...[
        '\\',
        '\\*',
        '<',
        '<b>',
        '&',
        '&amp;',
        '|',
        '---',
        '===',
        ':',
        '!',
        '![',
        '[x] ',
        '  ',
        '    ',
        '"',
      ],
      ...['https://a.kr/b_c', 'C:\\메일', '[저장]', '(https://a.kr)'],
    ),
  },
);
const words = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
const run = fc.record(
  {
    text: words,
    bold: fc.boolean(),
    italic: fc.boolean(),
    href: fc.constantFrom('https://a.kr/', 'mailto:a@b.kr'),
  },
  { requiredKeys: ['text'] },
);
const line: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom('text', 'text', 'heading', 'bullet', 'number'),
  runs: fc.array(run, { maxLength: 4 }),
});

/** What Markdown can say at all: no spaces at the ends of a line or of emphasis, no item without a word. */
function sayable(lines: Line[]): Doc {
  const made = lines.map(({ kind, runs }) => {
    let all = tidyRuns(runs.map((each) => (each.text.trim() === '' ? { text: each.text } : each)));
    all = tidyRuns(
      all.flatMap((each) => {
        if (!each.bold && !each.italic && !each.href) return [each];
        const [, start = '', text = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(each.text) ?? [];
        return [{ text: start }, { ...each, text }, { text: end }];
      }),
    );
    const text = all.map((each) => each.text).join('');
    const left = kind === 'text' ? 0 : text.length - text.trimStart().length;
    return { kind, runs: tidyRuns(cut(all, left, text.trimEnd().length)) };
  });
  const said = made.map((each) => (textOf(each) === '' ? { kind: 'text' as const, runs: [] } : each));
  while (said.length > 1 && textOf(said.at(-1)!) === '') said.pop();
  return said.length ? said : [{ kind: 'text', runs: [] }];
}
function cut(runs: Line['runs'], from: number, to: number): Line['runs'] {
  let at = 0;
  return runs.map((each) => {
    const text = each.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += each.text.length;
    return { ...each, text };
  });
}
const doc = fc.array(line, { maxLength: 6 }).map(sayable);
/** Where `marked` is the one that errs: it knows no escapes of `]` within the words of a link, nor of `~` in emphasis. */
const isFair = (given: Doc) =>
  !given.some(({ runs }) =>
    runs.some(
      ({ text, href, bold, italic }) =>
        (href && text.includes(']')) || ((bold || italic) && text.includes('~')),
    ),
  );

describe('the Markdown of a detail', () => {
  it.each<[string, string]>([
    ['굵게', '**굵게**'],
    ['제목', '## 제목'],
    ['목록', '- 하나\n- 둘\n\n다음 줄'],
    ['번호', '1. 하나\n2. 둘'],
    ['부호로 끝나는 굵은 글', '**글(굵게)\u2060**입니다'],
    ['링크', '[여기](https://a.kr/)를 누르면'],
    ['단추 이름', '[하이웍스 관리 > 메일 관리]를 누르고 [저장]'],
    ['밑줄과 역슬래시', 'mail_log_2.txt는 C:\\메일\\보관에 있습니다'],
    ['물결', '평일 9~18시'],
    ['주소', 'https://mail.example.co.kr/a_b?c=d&e=f'],
  ])('%s is written as a person would write it', (_name, text) => {
    expect(writeMarkdown(readMarkdown(text))).toBe(text);
  });

  it('comes back from Markdown as it went', () => {
    fc.assert(
      fc.property(doc, (given) => {
        expect(readMarkdown(writeMarkdown(given))).toEqual(given);
      }),
      { numRuns: Number(process.env.RUNS ?? 2000) },
    );
  });

  it('reads anything, and writes the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constant('\n')), { maxLength: 30 }), (parts) => {
        const once = writeMarkdown(readMarkdown(parts.join('')));
        expect(writeMarkdown(readMarkdown(once))).toBe(once);
      }),
      { numRuns: Number(process.env.RUNS ?? 2000) },
    );
  });

  it('means the same to another reader of Markdown: no letter becomes a mark, no mark becomes a letter', () => {
    fc.assert(
      fc.property(doc.filter(isFair), (given) => {
        expect(shown(writeMarkdown(given))).toEqual(said(given));
      }),
      { numRuns: Number(process.env.RUNS ?? 2000) },
    );
  });
});

/** Letters with their looks, spaces and line ends aside, as `marked` understands the text. */
function shown(markdown: string): string[] {
  const html = marked.parse(markdown, { async: false, breaks: true, gfm: true });
  const out: string[] = [];
  const on: string[] = [];
  const words: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  for (const [token] of html.matchAll(/<[^>]*>|&[#\w]+;|[\s\S]/gu)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
    if (tag) {
      const name = tag[2] === 'h2' ? 'heading' : tag[2]!;
      if (tag[1]) while (on.length && on.pop() !== name);
      else if (!['br', 'hr'].includes(name)) on.push(name);
      continue;
    }
    const char = words[token] ?? token;
    if (/[\s\u2060]/.test(char)) continue;
    // An address that a reader makes clickable is no mark of the person's.
    out.push(
      char +
        [...on]
          .filter((name) => name !== 'a' && name !== 'p')
          .sort()
          .join(' '),
    );
  }
  return out;
}
function said(given: Doc): string[] {
  return given.flatMap(({ kind, runs }) =>
    runs.flatMap(({ text, bold, italic }) =>
      [...text].flatMap((char) => {
        if (/\s/.test(char)) return [];
        const on = [
          ...(kind === 'bullet'
            ? ['li', 'ul']
            : kind === 'number'
              ? ['li', 'ol']
              : kind === 'heading'
                ? ['heading']
                : []),
          ...(bold ? ['strong'] : []),
          ...(italic ? ['em'] : []),
        ];
        return [char + on.sort().join(' ')];
      }),
    ),
  );
}
