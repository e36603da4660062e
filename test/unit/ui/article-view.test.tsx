import fc from 'fast-check';
import { Window } from 'happy-dom';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/article/index.ts';
import { ArticleView, contentsOf } from '../../../shared/ui/article-view.tsx';
import { readImage, readLink } from '../../../shared/ui/link.ts';
import { TextContext } from '../../../shared/ui/text/context.ts';
import { text } from '../../../shared/ui/text/index.ts';

const render = (blocks: Block[], rules = {}) =>
  renderToString(
    <TextContext.Provider value={text('ko')}>
      <ArticleView article={{ blocks, lang: 'ko' }} {...rules} />
    </TextContext.Provider>,
  );

/** Any address somebody could think of: real schemes in odd case, control characters, nonsense. */
const href = fc.oneof(
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom(
        'javascript',
        'JaVaScRiPt',
        'java\tscript',
        '\u0001javascript',
        ' javascript',
        'data',
        'vbscript',
        'file',
        'blob',
        'article',
        'https',
        '//x',
        'mailto',
        'tel',
        '#',
      ),
      fc.string(),
    )
    .map(([scheme, rest]) => `${scheme}:${rest}`),
);

const inline = fc.letrec<{ node: Inline }>((tie) => {
  const kids = fc.array(tie('node'), { maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ t: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
      fc.record({ t: fc.constant('code' as const), text: fc.string() }),
      fc.record({
        t: fc.constant('label' as const),
        path: fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ t: fc.constant('break' as const) }),
      fc.record({ t: fc.constantFrom('strong' as const, 'em' as const, 'strike' as const), kids }),
      fc.record({ t: fc.constant('link' as const), href, kids }),
    ),
  };
}).node;

const inlines = fc.array(inline, { maxLength: 4 });
const block = fc.letrec<{ node: Block }>((tie) => {
  const kids = fc.array(tie('node'), { maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ t: fc.constant('para' as const), kids: inlines }),
      fc.record({
        t: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const, 4 as const),
        id: fc.string(),
        kids: inlines,
      }),
      fc.record({ t: fc.constant('code' as const), text: fc.string() }),
      fc.record({ t: fc.constant('image' as const), src: href, alt: fc.string() }),
      fc.record({ t: fc.constant('rule' as const) }),
      fc.record({ t: fc.constant('quote' as const), kids }),
      fc.record({
        t: fc.constant('note' as const),
        tone: fc.constantFrom('note' as const, 'tip' as const, 'caution' as const),
        kids,
      }),
      fc.record({
        t: fc.constant('table' as const),
        head: fc.array(inlines, { maxLength: 3 }),
        rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
      }),
      fc.record({
        t: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(fc.record({ marker: fc.option(fc.string()), kids }), { maxLength: 3 }),
      }),
    ),
  };
}).node;

const ELEMENTS = new Set(
  'DIV P H2 H3 H4 UL OL LI SPAN B STRONG EM S CODE PRE A BUTTON BR HR BLOCKQUOTE TABLE THEAD TBODY TR TH TD FIGURE IMG svg path'.split(
    ' ',
  ),
);

describe('an article in the DOM', () => {
  it('holds only our elements, only listed addresses and no handler, whatever the nodes hold', () => {
    const window = new Window({
      settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true },
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.boolean(), (blocks, linked) => {
        const rules = linked ? { hrefOf: (id: string) => `a/${id}.html` } : { onArticle: () => {} };
        const document = new window.DOMParser().parseFromString(render(blocks, rules), 'text/html');
        for (const element of document.body.querySelectorAll('*')) {
          expect(ELEMENTS).toContain(element.tagName);
          for (const { name, value } of element.attributes) {
            expect(name).not.toMatch(/^on|^style$|^srcdoc$|^srcset$|^formaction$/i);
            if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:|#|a\/[a-z0-9-]+\.html$)/);
            if (name === 'src') expect(value).toMatch(/^https:\/\//);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the markers of the author, draws paths as keys, and says what a note is', () => {
    const html = render([
      {
        t: 'list',
        ordered: true,
        items: [
          { marker: '(2)', kids: [{ t: 'para', kids: [{ t: 'label', path: ['메일 관리', '보안 메일'] }] }] },
        ],
      },
      {
        t: 'note',
        tone: 'caution',
        kids: [{ t: 'para', kids: [{ t: 'text', text: '되돌릴 수 없습니다' }] }],
      },
    ]);
    expect(html).toContain('<span class="gj-marker">(2)</span>');
    expect(html).toContain(
      '<b class="gj-key">메일 관리</b><span class="gj-arrow"> › </span><b class="gj-key">보안 메일</b>',
    );
    expect(html).toMatch(/gj-note-caution.*주의/s);
  });

  it('shows the words of a link that leads outside the list', () => {
    const html = render([
      { t: 'para', kids: [{ t: 'link', href: 'javascript:alert(1)', kids: [{ t: 'text', text: '여기' }] }] },
    ]);
    expect(html).toBe(
      renderToString(
        h(
          'div',
          { class: 'gj-article', lang: 'ko' },
          <p>
            <span>여기</span>
          </p>,
        ),
      ),
    );
  });

  it('leads to other articles by the address that the face gives', () => {
    const link: Block[] = [
      { t: 'para', kids: [{ t: 'link', href: 'article:pop3#how', kids: [{ t: 'text', text: 'POP3' }] }] },
    ];
    expect(render(link, { hrefOf: (id: string, part: string) => `../a/${id}.html#${part}` })).toContain(
      'href="../a/pop3.html#how"',
    );
    expect(render(link)).not.toContain('<a');
    expect(render(link, { onArticle: () => {} })).toContain('<button type="button"');
  });

  it('lists the headings of the first level', () => {
    const heading = (level: 2 | 3, id: string): Block => ({ t: 'heading', level, id, kids: [] });
    expect(contentsOf([heading(2, 'a'), heading(3, 'b'), heading(2, 'c')]).map((entry) => entry.id)).toEqual([
      'a',
      'c',
    ]);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'relative',
    '#',
    '',
  ])('refuses %j', (href) => expect(readLink(href)).toBeNull());

  it('knows the listed ones', () => {
    expect(readLink('HTTPS://example.com')).toEqual({ kind: 'out', href: 'https://example.com/' });
    expect(readLink('mailto:a@b.co')).toEqual({ kind: 'out', href: 'mailto:a@b.co' });
    expect(readLink('article:x-1#top')).toEqual({ kind: 'article', id: 'x-1', fragment: 'top' });
    expect(readLink('#top')).toEqual({ kind: 'fragment', id: 'top' });
  });

  it('shows no picture from a scheme that could carry more than a picture', () => {
    expect(readImage('data:image/svg+xml;base64,AAAA')).toBeNull();
    expect(readImage('javascript:0')).toBeNull();
    expect(readImage('http://example.com/x.png')).toBeNull();
    expect(readImage('https://example.com/x.png')).toBe('https://example.com/x.png');
    expect(readImage('x.png')).toBeNull();
    expect(readImage('x.png', () => null)).toBeNull();
    expect(readImage('x.png', (src) => `pictures/${src}`)).toBe('pictures/x.png');
    expect(readImage('x.png', () => '//evil.example/x.png')).toBeNull();
    expect(readImage('x.png', () => 'data:text/html,x')).toBeNull();
  });
});
