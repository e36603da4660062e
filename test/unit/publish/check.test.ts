import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../desk/publish/front-matter.ts';
import { checkContent } from '../../../desk/publish/publish.ts';
import { CONSOLE, contentFolder, emptyFolder, type Files, LOUNGE, manual, STEPS } from './folder.ts';

/** Faults as an editor shows them: `file:line code`. */
async function faults(files: Files, base?: Files): Promise<string[]> {
  const { problems } = await checkContent(await contentFolder(files, base));
  return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}
/** The line of the first place where `text` has `words`. */
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

it('good content has no fault, and its manuals are compiled', async () => {
  const { problems, compiled } = await checkContent(await contentFolder());
  expect(problems).toEqual([]);
  expect(compiled.map(({ article, guides }) => [article.id, article.console, guides.length])).toEqual([
    ['welcome', null, 0],
    ['secure-mail', 'hiworks', 1],
  ]);
});

it('our own content has no fault', async () => {
  expect((await checkContent('content')).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('front matter', () => {
  const welcome = (text: string | Uint8Array) => faults({ 'general/welcome.md': text });
  /** Without welcome.md, lounge.yaml and secure-mail lead nowhere: those two faults follow by themselves. */
  const without = (...mine: string[]) => [
    ...mine,
    `hiworks/secure-mail.md:${7} no-such-article`,
    `lounge.yaml:${lineOf(LOUNGE, 'manual:')} no-such-article`,
  ];

  it.each([
    ['none', '# 안녕하세요\n', 1, 'front-matter'],
    ['an empty file', '', 1, 'front-matter'],
    ['one that never ends', '---\nid: welcome\n', 1, 'front-matter'],
    ['one after something else', `\n${manual('welcome')}`, 1, 'front-matter'],
    ['broken YAML', manual('welcome', { tags: '[a, b' }), 7, 'yaml'],
    ['a title that YAML takes for an alias', manual('welcome', { title: '*중요* 안내' }), 3, 'yaml'],
    ['a key twice', manual('welcome', { tags: '[]\nid: welcome' }), 8, 'yaml'],
    ['an unknown field', manual('welcome', { tag: '[a]' }), 7, 'unknown-field'],
    ['no title', manual('welcome', { title: null }), 2, 'missing-field'],
    ['an empty title', manual('welcome', { title: '' }), 3, 'wrong-field'],
    ['no description', manual('welcome', { description: null }), 2, 'missing-field'],
    ['no category', manual('welcome', { category: null }), 2, 'missing-field'],
    ['an id with capitals', manual('Welcome'), 2, 'wrong-field'],
    ['a date in words', manual('welcome', { last_update: '{ date: yesterday }' }), 6, 'wrong-field'],
    [
      'a day that no calendar has',
      manual('welcome', { last_update: '{ date: 2026-02-30 }' }),
      6,
      'wrong-field',
    ],
    [
      'a month that no calendar has',
      manual('welcome', { last_update: '{ date: 2026-13-01 }' }),
      6,
      'wrong-field',
    ],
    ['a date without its place', manual('welcome', { last_update: '2026-11-20' }), 6, 'wrong-field'],
    ['a date on a line of its own', manual('welcome', { last_update: '\n  date: 11/20' }), 7, 'wrong-field'],
    ['a list where a word belongs', manual('welcome', { category: '[security]' }), 5, 'wrong-field'],
    ['an unknown language', manual('welcome', { lang: 'fr' }), 7, 'wrong-field'],
    [
      'a tag too long for a bundle',
      manual('welcome', { tags: `[a, ${'가'.repeat(401)}]` }),
      7,
      'wrong-field',
    ],
  ])('with %s: the fault and its line', async (_what, text, line, code) => {
    expect(await welcome(text)).toEqual(without(`general/welcome.md:${line} ${code}`));
  });

  it('with several faults names them all', async () => {
    const text = manual('welcome', { title: null, colour: 'red', draft: 'maybe' });
    expect(await welcome(text)).toEqual(
      without(
        'general/welcome.md:2 missing-field',
        'general/welcome.md:6 unknown-field',
        'general/welcome.md:7 wrong-field',
      ),
    );
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('is read with %s, and lines keep their numbers', async (_what, save) => {
    expect(await welcome(save(manual('welcome')))).toEqual([]);
    expect(await welcome(save(manual('welcome', { tag: 'x' })))).toEqual(
      without('general/welcome.md:7 unknown-field'),
    );
  });

  it('saved as CP949 is said to be no UTF-8, with the first line that shows it', async () => {
    const text = Buffer.from(manual('welcome', { title: 'TITLE', description: 'x' }, 'BODY'));
    const at = text.indexOf('BODY');
    const cp949 = Buffer.concat([
      text.subarray(0, at),
      Buffer.from([0xbe, 0xc8, 0xb3, 0xe7]),
      text.subarray(at),
    ]);
    expect(await welcome(cp949)).toEqual(['general/welcome.md:9 not-utf8']);
  });
});

it('icons of a web font are left out, and it is said where', async () => {
  const text = manual('welcome', {}, '글\n\n\ue001 [저장]을 클릭합니다.');
  expect(await faults({ 'general/welcome.md': text })).toContain('general/welcome.md:11 icon-character');
});

describe('one run names everything', () => {
  it('what is wrong with a text is not hidden behind its front matter', async () => {
    const body = '![화면](http://a.example/x.png)\n\n1. [저장을 클릭합니다.';
    const said = await faults({ 'hiworks/other.md': manual('other', { colour: 'red' }, body) });
    expect(said).toEqual([
      'hiworks/other.md:7 unknown-field',
      'hiworks/other.md:10 image-address',
      'hiworks/other.md:12 unclosed-bracket',
    ]);
  });

  it('nor behind front matter that nobody can read', async () => {
    const said = await faults({
      'hiworks/other.md': manual('other', { tags: '[a' }, '1. [저장을 클릭합니다.'),
    });
    expect(said).toContain('hiworks/other.md:10 unclosed-bracket');
  });

  it.each([
    ['1. [저장을 클릭합니다.', ['unclosed-bracket']],
    ['1. [메일 관리 > 보안 메일을 클릭합니다.\n2. [저장]을 클릭합니다.', ['unclosed-bracket']],
    ['1. [이름 칸에 [값]을 입력합니다.', ['unclosed-bracket']],
  ])('and one slip is told once: %s', async (body, codes) => {
    const { problems } = await checkContent(
      await contentFolder({ 'hiworks/other.md': manual('other', {}, body) }),
    );
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['CAUTON', '[!CAUTION]'],
    ['notes', '[!NOTE]'],
    ['WARNIG', '[!WARNING]'],
    ['노트', '[!NOTE], [!TIP]'],
  ])('a call-out that is none (%s) is said, with what was meant', async (word, meant) => {
    const body = `${STEPS}\n   > [!${word}]\n   > 되돌릴 수 없습니다.`;
    const { problems } = await checkContent(
      await contentFolder({ 'hiworks/other.md': manual('other', {}, body) }),
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['12 unknown-callout']);
    expect(problems[0]!.message.ko).toContain(meant);
  });
});

it('of very many warnings the first are told, and how many more there are; errors are all told', async () => {
  const steps = Array.from({ length: 200 }, (_, at) => `${at + 1}. [저장${at}을 클릭합니다.`).join('\n');
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `hiworks/m${at}.md`,
      manual(`m${at}`, { related: '[gone]' }, steps),
    ]),
  );
  const { problems } = await checkContent(await contentFolder(files));
  const told = problems.filter(({ code }) => code === 'unclosed-bracket').length;
  const more = problems.find(({ code }) => code === 'more-warnings');
  expect(told).toBeLessThan(2_400);
  expect(told + Number(more!.message.en.split(' ')[0])).toBe(2_400);
  expect(problems.filter(({ code }) => code === 'no-such-article')).toHaveLength(12);
});

describe('docs/manual-marks.md', () => {
  it('has every field of the front matter in its tables, and no other', async () => {
    const text = await readFile('docs/manual-marks.md', 'utf8');
    const [manuals, translations] = text
      .slice(text.indexOf('## 머리말'), text.indexOf('## 문법을'))
      .split('### 번역');
    const fields = (part?: string) =>
      [...(part ?? '').matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name).sort();
    expect(fields(manuals)).toEqual([...FIELDS.manual].sort());
    expect(fields(translations)).toEqual([...FIELDS.translation].sort());
  });
});

describe('names', () => {
  it('an id may be used once', async () => {
    expect(await faults({ 'hiworks/welcome.md': manual('welcome') })).toEqual([
      'hiworks/welcome.md:2 same-id',
    ]);
  });

  it('a file is named after its id, or it is said', async () => {
    expect(
      await faults({ 'hiworks/other.md': manual('third', { id: null, title: 'x\nid: third' }) }),
    ).toEqual(['hiworks/other.md:3 file-name']);
  });

  it('a guide of one manual is not a guide of another', async () => {
    const two = `## 켜기\n\n${STEPS}\n\n## 끄기\n\n${STEPS.replaceAll('사용', '사용 안 함')}`;
    const files = {
      'hiworks/mail.md': manual('mail', {}, two),
      'hiworks/mail-2.md': manual('mail-2', {}, STEPS),
    };
    const { compiled } = await checkContent(await contentFolder(files));
    expect(compiled.find(({ article }) => article.id === 'mail')?.guides.map(({ id }) => id)).toEqual([
      'mail',
      'mail-2',
    ]);
    expect(await faults(files)).toEqual(['hiworks/mail.md:2 same-guide']);
  });

  it('a console is described once', async () => {
    expect(await faults({ 'terrace/console.yaml': CONSOLE })).toEqual(['terrace/console.yaml:1 same-id']);
  });

  it('a category is named once, at whatever depth', async () => {
    const lounge = LOUNGE.replace('id: security-mail', 'id: security');
    expect(await faults({ 'lounge.yaml': lounge })).toEqual([
      `lounge.yaml:${lineOf(lounge, '      - id: security')} same-id`,
    ]);
  });
});

describe('what leads nowhere', () => {
  it('an unknown category', async () => {
    expect(await faults({ 'general/welcome.md': manual('welcome', { category: 'secure' }) })).toEqual([
      'general/welcome.md:5 no-such-category',
    ]);
  });

  it('a category below another is found', async () => {
    expect(await faults({ 'general/welcome.md': manual('welcome', { category: 'security-mail' }) })).toEqual(
      [],
    );
  });

  it('an unknown console', async () => {
    expect(await faults({ 'general/welcome.md': manual('welcome', { console: 'terrace' }) })).toEqual([
      'general/welcome.md:7 no-such-console',
    ]);
  });

  it('a guide for no console, at its first step', async () => {
    expect(await faults({ 'general/welcome.md': manual('welcome', {}, STEPS) })).toEqual([
      'general/welcome.md:9 guide-without-console',
    ]);
    expect(await faults({ 'general/welcome.md': manual('welcome', { guide: 'false' }, STEPS) })).toEqual([]);
  });

  it('a related article, on the line that names it and not on one that has it inside a longer name', async () => {
    const text = manual('welcome', { title: 'gone', related: '[gone-too, gone]', tags: '[gone]' });
    expect(await faults({ 'general/welcome.md': text })).toEqual([
      'general/welcome.md:7 no-such-article',
      'general/welcome.md:7 no-such-article',
    ]);
  });

  it('an article: link, wherever it stands', async () => {
    const body = [
      '[갑](article:gone-a)',
      '',
      '- [을](article:gone-b)',
      '',
      '> **[병](article:gone-c)**',
      '',
      '| 표 |\n|---|\n| [정](article:gone-d) |',
    ].join('\n');
    expect(await faults({ 'general/welcome.md': manual('welcome', {}, body) })).toEqual([
      'general/welcome.md:9 no-such-article',
      'general/welcome.md:11 no-such-article',
      'general/welcome.md:13 no-such-article',
      'general/welcome.md:17 no-such-article',
    ]);
  });

  it('a draft: nothing may lead to it', async () => {
    expect(await faults({ 'general/welcome.md': manual('welcome', { draft: 'true' }) })).toEqual([
      'hiworks/secure-mail.md:7 no-such-article',
      `lounge.yaml:${lineOf(LOUNGE, 'manual:')} no-such-article`,
    ]);
  });

  it('an FAQ entry, and the manual of the lounge', async () => {
    const lounge = LOUNGE.replace('  - secure-mail', '  - secure-mail\n  - secure').replace(
      'manual: welcome',
      'manual: start',
    );
    expect(await faults({ 'lounge.yaml': lounge })).toEqual([
      `lounge.yaml:${lineOf(lounge, 'manual:')} no-such-article`,
      `lounge.yaml:${lineOf(lounge, '  - secure\n')} no-such-article`,
    ]);
  });
});

describe('files of settings', () => {
  const lounge = (from: string, to: string) => faults({ 'lounge.yaml': LOUNGE.replace(from, to) });
  const at = (words: string) => `lounge.yaml:${lineOf(LOUNGE, words)}`;

  it('lounge.yaml must be there', async () => {
    expect(await faults({ 'lounge.yaml': null })).toEqual(['lounge.yaml:1 missing-file']);
  });

  it('lounge.yaml is checked field by field', async () => {
    expect(await lounge('greeting: 안녕하세요', 'greetings: 안녕하세요')).toEqual([
      'lounge.yaml:1 missing-field',
      `${at('greeting:')} unknown-field`,
    ]);
    expect(await lounge('files: 3', 'files: many')).toEqual([`${at('limits:')} wrong-field`]);
    expect(await lounge('retentionDays: 1095', 'retentionDays: -1')).toEqual([
      `${at('retentionDays')} wrong-field`,
    ]);
    expect(await lounge('title: { ko: 보안 메일 }', 'title: { en: Mail }')).toEqual([
      `${at('        title: { ko: 보안 메일')} missing-field`,
    ]);
    expect(await lounge('name: 고객', 'name: [고객')).toContainEqual(
      expect.stringMatching(/^lounge\.yaml:\d+ yaml$/),
    );
  });

  it.each(['javascript:alert(1)', 'ftp://a.example', 'desk.example', '""'])(
    'a desk at %s is refused',
    async (url) => {
      expect(await lounge('http://127.0.0.1:4810', url)).toEqual([`${at('  url:')} wrong-field`]);
    },
  );

  it('an empty lounge.yaml is one whose fields are missing', async () => {
    const codes = await faults({ 'lounge.yaml': '' });
    expect(codes).toContain('lounge.yaml:1 missing-field');
    expect(new Set(codes)).toEqual(new Set(['lounge.yaml:1 missing-field']));
  });

  it.each([
    ['an address without a path', CONSOLE.replace('/*"]', '"]'), 3, 'wrong-field'],
    ['an address of files', CONSOLE.replace('https://*.', 'file:///'), 3, 'wrong-field'],
    ['an unknown field', `${CONSOLE}css: "#save"\n`, 6, 'unknown-field'],
    ['no name', CONSOLE.replace(/name.*\n/, ''), 1, 'missing-field'],
    ['labels that are no groups', CONSOLE.replace('[저장, Save]', '저장'), 5, 'wrong-field'],
    ['broken YAML', `${CONSOLE}home: "http`, 6, 'yaml'],
  ])('console.yaml with %s', async (_what, text, line, code) => {
    expect(await faults({ 'hiworks/console.yaml': text })).toContain(`hiworks/console.yaml:${line} ${code}`);
  });

  it('terms.yaml is groups of at least two words', async () => {
    const terms = (text: string) => faults({ 'terms.yaml': text });
    expect(await terms('terms:\n  - [메일, 우편]\n  - [저장, 보관, 421]\n')).toEqual([]);
    expect(await terms('terms:\n  - [메일, 우편]\n  - [혼자]\n')).toEqual(['terms.yaml:3 wrong-field']);
    expect(await terms('a: b\n')).toEqual(['terms.yaml:1 unknown-field']);
    expect(await terms('- [메일, 우편]\n')).toEqual(['terms.yaml:1 unknown-field']);
    expect(await terms('# 아직 없음\n')).toEqual([]);
  });

  it('terms.yaml is tried out on the manuals', async () => {
    const text = `terms:
  - [메일, 우편]
  - [블록체인, 암호화폐]
  - [우편, 저장]
examples:
  - { query: 우편, finds: secure-mail, within: 1 }
  - { query: ㅍㅅ, finds: welcome }
  - query: 우편
    finds: gone
`;
    expect(await faults({ 'terms.yaml': text })).toEqual([
      'terms.yaml:3 term-finds-nothing',
      'terms.yaml:4 same-term',
      'terms.yaml:7 example-fails',
      'terms.yaml:8 no-such-article',
    ]);
  });
});

describe('folders', () => {
  it('an empty one lacks its lounge.yaml', async () => {
    expect(await faults({}, {})).toEqual(['lounge.yaml:1 missing-file']);
  });

  it('one that is not there is named', async () => {
    const dir = path.join(await emptyFolder(), 'nowhere');
    await expect(checkContent(dir)).rejects.toMatchObject({
      name: 'Expected',
      message: expect.stringContaining(dir),
    });
  });

  it('a manual outside of every folder is not read, and it is said', async () => {
    expect(await faults({ 'lost.md': manual('lost') })).toEqual(['lost.md:1 not-read']);
  });

  it('README, hidden folders and folders that are called like manuals are left alone', async () => {
    const dir = await contentFolder({
      'README.md': '# content\n',
      'general/README.md': '# for authors\n',
      '.git/x.md': 'x',
    });
    await mkdir(path.join(dir, 'general/old.md'));
    expect((await checkContent(dir)).problems).toEqual([]);
  });
});
