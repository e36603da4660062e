import { describe, expect, test } from 'vitest';
import { convert } from '../../../desk/manual/import.ts';
import { compile } from '../../../shared/manual/index.ts';

const BODY =
  '<h2>설정</h2><script>alert(1)</script><ol><li><strong>[메일 &gt; 설정]</strong>을 클릭합니다.</li><li>[저장]을 클릭합니다.<br><img src="/a.png" alt="저장 화면"></li></ol><a href="javascript:alert(1)">x</a><table><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2|3</td></tr></table>';

describe('import', () => {
  test('a Zendesk article becomes a manual that can be walked', () => {
    const { markdown, pictures } = convert(
      JSON.stringify({
        article: { title: '공용 메일', body: BODY, locale: 'ko', html_url: 'https://help.example.com/hc/1' },
      }),
      null,
    );
    expect(markdown).toContain('title: 공용 메일');
    expect(markdown).not.toMatch(/<script|javascript:|alert/);
    expect(pictures).toEqual([{ src: 'https://help.example.com/a.png', alt: '저장 화면' }]);
    expect(compile(markdown).guide?.steps.map((step) => step.labels)).toEqual([['메일', '설정'], ['저장']]);
  });

  test('a saved page gives its article, not its menu', () => {
    const { markdown } = convert(
      `<html lang="ko"><title>t</title><nav>메뉴</nav><div class="article-body">${BODY}</div><footer>끝</footer></html>`,
      null,
    );
    expect(markdown).toContain('1. [메일 > 설정]을 클릭합니다.');
    expect(markdown).toContain('| 1 | 2\\|3 |');
    expect(markdown).not.toMatch(/메뉴|끝/);
  });

  test.each(['그냥 글', '{"article":{}}', '{'])('says what is wrong with %j', (text) => {
    expect(() => convert(text, null)).toThrow();
  });
});
