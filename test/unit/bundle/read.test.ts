import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/article/index.ts';
import { readArticle, readCatalogue, readGuide } from '../../../shared/bundle/index.ts';
import { json, sampleArticle, sampleCatalogue, sampleGuide, utf8 } from './samples.ts';

const article = (bytes: Uint8Array) => readArticle(bytes, 'secure-mail');
const guide = (bytes: Uint8Array) => readGuide(bytes, 'secure-mail');
const refused = (code: string, where = 'article/secure-mail') => expect.objectContaining({ code, where });
const withBlocks = (...blocks: unknown[]) => json({ ...sampleArticle(), blocks });
const para = (...kids: unknown[]) => withBlocks({ t: 'para', kids });
const link = (href: string) => para({ t: 'link', href, kids: [{ t: 'text', text: '여기' }] });

describe('what was published is read back as it was', () => {
  it('article, guide, catalogue', () => {
    expect(article(json(sampleArticle()))).toEqual(sampleArticle());
    expect(guide(json(sampleGuide()))).toEqual(sampleGuide());
    expect(readCatalogue(json(sampleCatalogue()))).toEqual(sampleCatalogue());
  });
});

describe('JSON is strict', () => {
  it.each([
    ['half of it', json(sampleArticle()).slice(0, 100)],
    ['nothing', new Uint8Array()],
    ['HTML', utf8('<!doctype html><title>502</title>')],
    ['bytes that are not UTF-8', new Uint8Array([...json('x').slice(0, 2), 0xff, 0x22])],
    ['a surrogate written as UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a comment', utf8('{} // fine')],
  ])('%s is not JSON', (_what, bytes) => {
    expect(() => article(bytes)).toThrow(refused('not-json'));
    expect(() => guide(bytes)).toThrow(refused('not-json', 'guide/secure-mail'));
    expect(() => readCatalogue(bytes)).toThrow(refused('not-json', 'catalogue'));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused at any depth', (key) => {
    const text = JSON.stringify(sampleArticle());
    expect(() => article(utf8(text.replace('{', `{"${key}":{},`)))).toThrow(refused('shape'));
    expect(() => article(utf8(text.replace('"kids":[{', `"kids":[{"${key}":{"x":1},`)))).toThrow(
      refused('shape'),
    );
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('a tree that is too deep is refused, however deep', () => {
    const nest = (levels: number) =>
      withBlocks(
        ...Array.from({ length: levels }).reduce<Block[]>(
          (kids) => [{ t: 'quote', kids }],
          [{ t: 'para', kids: [] }],
        ),
      );
    expect(article(nest(10)).blocks).toHaveLength(1);
    expect(() => article(nest(30))).toThrow(refused('shape'));
    const abyss = utf8('['.repeat(200_000) + ']'.repeat(200_000));
    expect(() => article(abyss)).toThrow(refused('shape'));
  });

  it.each([['null'], ['[]'], ['7'], ['"text"'], ['true'], ['{}']])(
    '%s is neither article, guide nor catalogue',
    (text) => {
      expect(() => article(utf8(text))).toThrow(refused('shape'));
      expect(() => guide(utf8(text))).toThrow(refused('shape', 'guide/secure-mail'));
      expect(() => readCatalogue(utf8(text))).toThrow(refused('shape', 'catalogue'));
    },
  );
});

describe('the vocabulary of an article is closed', () => {
  it.each([
    ['javascript:', 'javascript:alert(1)'],
    ['javascript: in capitals', 'JavaScript:alert(1)'],
    ['javascript: behind a space', ' javascript:alert(1)'],
    ['javascript: with a tab inside', 'java\tscript:alert(1)'],
    ['data:', 'data:text/html,<script>alert(1)</script>'],
    ['vbscript:', 'vbscript:x'],
    ['file:', 'file:///etc/passwd'],
    ['blob:', 'blob:https://a.example/1'],
    ['another extension', 'chrome-extension://abc/page.html'],
    ['an address without a scheme', '//evil.example/x'],
    ['a path', '/admin'],
    ['an article with a query', 'article:a?next=javascript:x'],
  ])('a link to %s is refused', (_what, href) => {
    expect(() => article(link(href))).toThrow(refused('shape'));
  });

  it.each([
    'https://a.example/x',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+82-2',
    '#on',
    'article:a#b',
  ])('a link to %s is kept', (href) => {
    const [block] = article(link(href)).blocks as [{ t: 'para'; kids: Inline[] }];
    expect(block.kids).toEqual([{ t: 'link', href, kids: [{ t: 'text', text: '여기' }] }]);
  });

  it.each([
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'http://a.example/x.png',
    '//a.example/x.png',
    '../../x.png',
    '/x.png',
  ])('a picture from %s is refused', (src) => {
    expect(() => article(withBlocks({ t: 'image', src, alt: '' }))).toThrow(refused('shape'));
  });

  it.each([
    ['a block of HTML', withBlocks({ t: 'html', html: '<b>x</b>' })],
    ['an unknown inline', para({ t: 'script', text: 'x' })],
    ['a handler on a text', para({ t: 'text', text: 'x', onclick: 'alert(1)' })],
    ['a style on a block', withBlocks({ t: 'para', kids: [], style: 'position:fixed' })],
    ['a heading of level 1', withBlocks({ t: 'heading', level: 1, id: 'a', kids: [] })],
    ['a number for a text', para({ t: 'text', text: 1 })],
    ['an inline where a block belongs', withBlocks({ t: 'text', text: 'x' })],
    ['an unknown key', json({ ...sampleArticle(), html: '' })],
    ['a missing key', json({ ...sampleArticle(), title: undefined })],
    ['an id that is a path', json(sampleArticle({ id: '../x' }))],
    ['another language', json(sampleArticle({ lang: 'xx' }))],
    ['a date in words', json(sampleArticle({ updated: 'yesterday' }))],
  ])('%s is refused', (_what, bytes) => {
    expect(() => article(bytes)).toThrow(refused('shape'));
  });
});

describe('a guide is data in a closed vocabulary', () => {
  const withStep = (over: Record<string, unknown>) =>
    json({ ...sampleGuide(), steps: [{ ...sampleGuide().steps[0], ...over }] });

  it.each([
    ['an unknown action', withStep({ action: 'eval' })],
    ['a selector', withStep({ selector: '#save' })],
    ['an unknown condition', withStep({ done: { kind: 'script', text: 'x' } })],
    ['a condition with too much in it', withStep({ done: { kind: 'on', value: 'x' } })],
    ['an unknown danger', withStep({ danger: 'none' })],
    ['a link to a script', withStep({ text: [{ t: 'link', href: 'javascript:x', kids: [] }] })],
    ['line 0', withStep({ line: 0 })],
    ['a step without a name', withStep({ id: '' })],
    ['an unknown key', json({ ...sampleGuide(), script: '' })],
    ['an unknown outcome', json({ ...sampleGuide(), outcome: [{ kind: 'url', url: 'https://a.example' }] })],
    ['endless steps', json({ ...sampleGuide(), steps: Array(201).fill(sampleGuide().steps[0]) })],
  ])('%s is refused', (_what, bytes) => {
    expect(() => guide(bytes)).toThrow(refused('shape', 'guide/secure-mail'));
  });

  it('says which field is wrong', () => {
    expect(() => guide(withStep({ action: 'eval' }))).toThrow(/steps\.0\.action/);
  });
});

describe('a catalogue', () => {
  const withConsole = (over: Record<string, unknown>) =>
    json({ ...sampleCatalogue(), consoles: [{ ...sampleCatalogue().consoles[0], ...over }] });
  const withLounge = (over: Record<string, unknown>) =>
    json({ ...sampleCatalogue(), lounge: { ...sampleCatalogue().lounge, ...over } });

  it.each([
    ['an unknown key', json({ ...sampleCatalogue(), script: '' })],
    ['an unknown key of the lounge', withLounge({ logo: 'x' })],
    ['a desk that is no web address', withLounge({ desk: { url: 'javascript:x', receiptKey: '' } })],
    ['a lounge without its Korean names', withLounge({ categories: [{ id: 'a', title: {}, children: [] }] })],
    ['a console at every file', withConsole({ addresses: ['file:///*'] })],
    ['a console in the middle of a name', withConsole({ addresses: ['https://a*.example/*'] })],
    ['a console without a path', withConsole({ addresses: ['https://a.example'] })],
    ['a console whose home is a script', withConsole({ home: 'javascript:x' })],
    ['an unknown key of a console', withConsole({ css: '' })],
  ])('with %s is refused', (_what, bytes) => {
    expect(() => readCatalogue(bytes)).toThrow(refused('shape', 'catalogue'));
  });
});
