import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../shared/ui/inquiry/rich/doc.ts';
import { readHtml } from '../../../../shared/ui/inquiry/rich/read-html.ts';
import { writeMarkdown } from '../../../../shared/ui/inquiry/rich/write-markdown.ts';

const pasted = (html: string) => writeMarkdown(readHtml(html));

describe('a paste', () => {
  it('from a word processor keeps words, headings, lists, bold and italic', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style>
      <!-- /* Font Definitions */ p.MsoNormal {margin:0cm;} --></style></head><body lang=KO>
      <!--StartFragment--><h1><span lang=EN-US>1. </span>보안 메일<o:p></o:p></h1>
      <p class=MsoNormal><b><span style='font-size:12pt'>굵은</span></b> <i>기울인</i>&nbsp;글<o:p></o:p></p>
      <ol start=1><li>하나</li><li>둘<ul><li>안쪽</li></ul></li></ol><!--EndFragment--></body></html>`;
    expect(pasted(word)).toBe('## 1\\. 보안 메일\n**굵은** *기울인* 글\n1. 하나\n2. 둘\n- 안쪽');
  });

  it('from a document editor that says all by style and wraps all in one <b>', () => {
    const doc = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">
      <span style="font-weight:700">굵게</span><span style="font-weight:400"> 보통 </span><span style="font-style:italic">기울임</span></p></b>`;
    expect(pasted(doc)).toBe('**굵게** 보통 *기울임*');
  });

  it('from a table is a line a row', () => {
    expect(pasted('<table><tr><th>이름</th><th>값</th></tr><tr><td>포트</td><td>995</td></tr></table>')).toBe(
      '이름 | 값\n포트 | 995',
    );
  });

  it('leaves out what is not words, and links that lead elsewhere than to a page', () => {
    expect(
      pasted(
        `<title>x</title><script>alert("<p>1</p>")</script><style>a{}</style><p onclick="alert('>')">가<img src=x onerror=alert(1)>나</p>
         <a href="java&#115;cript:alert(1)">나쁜 곳</a> <a href='https://a.kr/?a=1&amp;b=2'>좋은 곳</a><iframe src="//x">안</iframe><!-- 주석 -->`,
      ),
    ).toBe('가나\n나쁜 곳 [좋은 곳](https://a.kr/?a=1&b=2)');
  });

  it('reads signs back from their names', () => {
    expect(readHtml('<p>&lt;b&gt; &amp;amp; &#44032;&#xAC01; &unknown; a < b</p>').map(textOf)).toEqual([
      '<b> &amp; 가각 &unknown; a < b',
    ]);
  });

  it('of any kind is read without fail and in linear time', () => {
    const bit = fc.constantFrom(
      '<',
      '>',
      '</',
      'p',
      'b',
      '<p>',
      '</p>',
      '<li>',
      '"',
      "'",
      '<!--',
      '-->',
      '&',
      '가',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
        expect(Array.isArray(readHtml(bits.join('')))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(readHtml('<'.repeat(50_000))).toHaveLength(1);
    expect(readHtml('<p "'.repeat(5_000)).length).toBeLessThan(5_001);
  });
});
