import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFiles } from '../../../shared/ui/inquiry/file-list.ts';
import { type MarkdownCommand, markdownEdit } from '../../../shared/ui/inquiry/markdown-edit.ts';
import { bytesText, problemText } from '../../../shared/ui/inquiry/problem-text.ts';
import { text } from '../../../shared/ui/text/index.ts';

const LIMITS = { files: 2, fileBytes: 10, totalBytes: 15, types: ['png', 'txt'] };
const file = (name: string, size = 1, lastModified = 0) =>
  new File(['x'.repeat(size)], name, { lastModified });

/** `|` marks the selection (twice) or the caret (once). */
function apply(command: MarkdownCommand, marked: string): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') === start ? start : marked.lastIndexOf('|') - 1;
  const plain = marked.replaceAll('|', '');
  const edit = markdownEdit(command, plain, start, end, '글');
  const made = plain.slice(0, edit.from) + edit.insert + plain.slice(edit.to);
  const [from, to] = edit.select;
  return from === to
    ? `${made.slice(0, from)}|${made.slice(from)}`
    : `${made.slice(0, from)}|${made.slice(from, to)}|${made.slice(to)}`;
}

describe('the toolbar', () => {
  it.each([
    ['bold', '가|나|다', '가**|나|**다'],
    ['bold', '가**|나|**다', '가|나|다'],
    ['bold', '가| 나 |다', '가 **|나|** 다'],
    ['bold', '가|', '가**|글|**'],
    ['italic', '|나|', '*|나|*'],
    ['italic', '**|나|**', '***|나|***'],
    ['italic', '*|나|*', '|나|'],
    ['bullets', '가\n나|다\n라', '가\n- 나|다\n라'],
    ['bullets', '|가\n나|', '|- 가\n- 나|'],
    ['bullets', '|- 가\n- 나|', '|가\n나|'],
    ['numbers', '|- 가\n나|', '|1. 가\n2. 나|'],
    ['link', '|여기|', '[여기](|https://|)'],
    ['link', '|https://a.kr/b|', '[|글|](https://a.kr/b)'],
  ] as const)('%s: %s becomes %s', (command, before, after) => expect(apply(command, before)).toBe(after));

  it('never loses a letter of what was written', () => {
    const command = fc.constantFrom<MarkdownCommand>('bold', 'italic', 'link');
    fc.assert(
      fc.property(command, fc.string(), fc.nat(), fc.nat(), (kind, words, a, b) => {
        const [start, end] = [a % (words.length + 1), b % (words.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const edit = markdownEdit(kind, words, start, end, '글');
        const made = words.slice(0, edit.from) + edit.insert + words.slice(edit.to);
        const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, '');
        let at = 0;
        for (const letter of letters(made)) if (letter === letters(words)[at]) at++;
        expect(at).toBe(letters(words).length);
        expect(edit.select[0]).toBeLessThanOrEqual(edit.select[1]);
        expect(edit.select[1]).toBeLessThanOrEqual(made.length);
      }),
    );
  });
});

describe('files', () => {
  it('takes the good ones and names the others', () => {
    const { files, problems } = addFiles(
      [],
      [file('a.png'), file('b.exe'), file('c.png', 11), file('d.txt')],
      LIMITS,
    );
    expect(files.map(({ name }) => name)).toEqual(['a.png', 'd.txt']);
    expect(problems.map(({ code }) => code)).toEqual(['file-type', 'file-too-large']);
  });

  it('says once that there are too many, or that they are too large together', () => {
    const two = [file('a.png'), file('b.png')];
    expect(addFiles(two, [file('c.png'), file('d.png')], LIMITS).problems.map(({ code }) => code)).toEqual([
      'too-many-files',
    ]);
    expect(addFiles([file('a.png', 9)], [file('b.png', 9)], LIMITS).problems.map(({ code }) => code)).toEqual(
      ['files-too-large'],
    );
  });

  it('takes a file that was chosen twice once', () => {
    expect(addFiles([file('a.png')], [file('a.png')], LIMITS)).toEqual({
      files: [expect.any(File)],
      problems: [],
    });
  });
});

describe('words for problems', () => {
  it('name the field with the particle that fits', () => {
    const t = text('ko');
    expect(problemText(t, { field: 'company', code: 'empty', data: {} })).toBe('회사명을 적어 주세요.');
    expect(problemText(t, { field: 'summary', code: 'empty', data: {} })).toBe('문의 요약을 적어 주세요.');
    expect(
      problemText(t, {
        field: 'files',
        code: 'file-too-large',
        data: { name: 'x.png', limit: 20 * 1024 * 1024 },
      }),
    ).toBe('x.png는 20 MB를 넘어 첨부하지 못했습니다.');
  });

  it('count bytes as file managers do', () => {
    expect([1, 1023, 1024, 1536, 20_971_520].map(bytesText)).toEqual([
      '1 B',
      '1023 B',
      '1 KB',
      '1.5 KB',
      '20 MB',
    ]);
  });
});
