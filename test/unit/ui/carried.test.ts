import { describe, expect, it } from 'vitest';
import { browserOf, withCarried } from '../../../extension/panel/inquiry/carried.ts';
import { readMarkdown } from '../../../shared/ui/inquiry/rich/read-markdown.ts';

const lines = [
  { id: 'guide', label: '안내', value: 'POP3 *끄기* (pop3-smtp-off)' },
  { id: 'step', label: '단계', value: '3/7 (s3)' },
];

describe('what goes along from a walkthrough', () => {
  it('stands below what was written, as a list under its own heading', () => {
    const detail = withCarried('저장이 안 됩니다.\n', '함께 보내는 안내 정보', lines);
    expect(detail).toBe(
      '저장이 안 됩니다.\n\n## 함께 보내는 안내 정보\n- 안내: POP3 \\*끄기\\* (pop3-smtp-off)\n- 단계: 3/7 (s3)',
    );
    expect(readMarkdown(detail).at(-2)?.runs).toEqual([{ text: '안내: POP3 *끄기* (pop3-smtp-off)' }]);
  });

  it('is nothing when every line was struck out, and never makes a detail too long', () => {
    expect(withCarried('글', '정보', [])).toBe('글');
    const long = '가'.repeat(19_990);
    expect(withCarried(long, '정보', lines)).toBe(long);
  });

  it('names the browser so that a person can read it', () => {
    expect(
      browserOf(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      ),
    ).toBe('Chrome 141, Windows NT 10.0');
    expect(browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
      'Firefox 140, X11',
    );
  });
});
