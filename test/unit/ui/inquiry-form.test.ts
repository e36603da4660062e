import { describe, expect, it } from 'vitest';
import { bytesText } from '../../../shared/ui/inquiry/bytes.ts';
import { addFiles } from '../../../shared/ui/inquiry/file-list.ts';
import { problemText } from '../../../shared/ui/inquiry/problem-text.ts';
import { text } from '../../../shared/ui/text/index.ts';

const LIMITS = { files: 2, fileBytes: 10, totalBytes: 15, types: ['png', 'txt'] };
const file = (name: string, size = 1, lastModified = 0) =>
  new File(['x'.repeat(size)], name, { lastModified });

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
