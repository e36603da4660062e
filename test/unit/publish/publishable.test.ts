import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileManuals } from '../../../desk/publish/compile.ts';
import type { Manual } from '../../../desk/publish/content.ts';
import { readFrontMatter } from '../../../desk/publish/front-matter.ts';
import type { ContentProblem } from '../../../desk/publish/problem.ts';
import { checkContent } from '../../../desk/publish/publish.ts';
import { checkPublishable } from '../../../desk/publish/publishable.ts';
import { readText } from '../../../desk/publish/text.ts';
import type { Block } from '../../../shared/article/index.ts';
import { readArticle, readGuide } from '../../../shared/bundle/index.ts';
import { sampleArticle } from '../bundle/samples.ts';
import { contentFolder, manual, STEPS } from './folder.ts';

const BODY_LINE = 9;

async function faults(body: string): Promise<string[]> {
  const text = manual('secure-mail', {}, body);
  const { problems } = await checkContent(await contentFolder({ 'hiworks/secure-mail.md': text }));
  return problems.filter(({ severity }) => severity === 'error').map(({ line, code }) => `${line} ${code}`);
}

describe('what a reader would refuse, the author is told by check, on its line', () => {
  it.each([
    ['a picture over http', '글\n\n![화면](http://a.example/x.png)', BODY_LINE + 2, 'image-address'],
    ['a picture outside the folder', '글\n\n글\n\n![화면](../x.png)', BODY_LINE + 4, 'image-address'],
    ['a picture with a Korean name', '![화면](화면.png)', BODY_LINE, 'image-address'],
    ['a link to a folder of articles', '글\n\n- [글](article:a/b)', BODY_LINE + 2, 'link-address'],
    [
      'a menu path with 21 stops',
      `${STEPS}\n4. [${'a>'.repeat(20)}a]를 클릭합니다.`,
      BODY_LINE + 3,
      'not-publishable',
    ],
    [
      'a very long name of a picture',
      `글\n\n![${'가'.repeat(500)}](x.png)`,
      BODY_LINE + 2,
      'not-publishable',
    ],
  ])('%s', async (_what, body, line, code) => {
    expect(await faults(body)).toEqual([`${line} ${code}`]);
  });

  it('a tree deeper than readers go, should a compiler ever make one', () => {
    let kids: Block[] = [{ t: 'para', kids: [{ t: 'text', text: '깊은 곳' }] }];
    for (let depth = 0; depth < 30; depth++) kids = [{ t: 'quote', kids }];
    const source = '머리\n깊은 곳\n';
    const manuals = [{ file: 'a.md', source }] as Manual[];
    const compiled = [{ file: 'a.md', article: sampleArticle({ blocks: kids }), guides: [] }];
    expect(checkPublishable(manuals, compiled)).toMatchObject([{ file: 'a.md', line: 1, code: 'too-deep' }]);
  });

  it.each(['![화면](https://a.example/x.png)', '![화면](img/x.png)', '[글](article:welcome)'])(
    '%s is fine',
    async (body) => {
      expect(await faults(body)).toEqual([]);
    },
  );
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '[저장]을 클릭합니다.',
        '[메일 > 보안 > 설정]',
        '> ',
        '> [!CAUTION]\n> ',
        '1. ',
        '- ',
        '  - ',
        '    1) ',
        '## ',
      ],
      ...[
        '```\n',
        '| a | b |\n|---|---|\n',
        '![x](data:image/png;base64,A)',
        '![](//a.example/x)',
        '![x](/x.png)',
      ],
      ...[
        '[x](javascript:alert(1))',
        '[x](JaVaScRiPt:x)',
        '[x](article:A_b)',
        '[x](article:a#b)',
        '<b onclick=x>',
      ],
      ...[
        '[x](mailto:a@b)',
        '<https://a.example>',
        '또는',
        '(선택)',
        '&#0;',
        '&#xd800;',
        '\\[',
        '***',
        '__proto__',
        '\u202e',
      ],
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n', ' ', '    ') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('> ', '[', '- ', '가', 'a > '), fc.integer({ min: 1, max: 60 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

it('whatever a manual says, it can be published or check says why not', () => {
  let published = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (body) => {
        const problems: ContentProblem[] = [];
        const source = readText(Buffer.from(manual('any', {}, body)), 'x/any.md', problems);
        const meta = readFrontMatter(source, 'x/any.md', problems)!;
        const manuals: Manual[] = [{ file: 'x/any.md', source, meta }];
        const compiled = compileManuals({ manuals, consoles: [] }, problems);
        const refusals = checkPublishable(manuals, compiled);
        for (const { line } of refusals) expect(line).toBeLessThanOrEqual(source.split('\n').length);
        if (refusals.length > 0) return;
        published += 1;
        const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
        for (const { article, guides } of compiled) {
          expect(readArticle(bytes(article), article.id)).toEqual(JSON.parse(JSON.stringify(article)));
          for (const guide of guides)
            expect(readGuide(bytes(guide), guide.id)).toEqual(JSON.parse(JSON.stringify(guide)));
          // Nothing that runs comes through as an address.
          expect(JSON.stringify(article)).not.toMatch(/"(href|src)":"\s*(javascript|data|vbscript):/i);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(published).toBeGreaterThan(100);
});
