import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKey, newKey } from '../../../desk/publish/keys.ts';
import { checkContent, publish } from '../../../desk/publish/publish.ts';
import { inDirectory, verifyBundle } from '../../../desk/publish/verify-bundle.ts';
import {
  partRef,
  readArticle,
  readCatalogue,
  readGuide,
  wholeCatalogue,
} from '../../../shared/bundle/index.ts';
import { loadIndexes } from '../../../shared/bundle/merge-index.ts';
import { search } from '../../../shared/search/index.ts';
import { change, contentFolder, emptyFolder, type Files, manual, STEPS } from './folder.ts';

const head = (over: Record<string, string | null> = {}, body = 'Text.') => {
  const lines = { title: 'Secure mail', description: 'How to switch it on.', ...over };
  return `---\n${Object.entries(lines)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n${body}\n`;
};
const ENGLISH = '1. Click [메일 관리 > 보안 메일].\n2. Select [보안 메일 사용].\n3. Click [저장].';

const codes = async (files: Files) => {
  const { problems } = await checkContent(await contentFolder(files));
  return problems.map(({ file, line, code, message }) => ({ at: `${file}:${line} ${code}`, en: message.en }));
};
/** The hash that check asks for. */
async function hash(files: Files = {}): Promise<string> {
  const said = await codes({ ...files, 'hiworks/secure-mail.en.md': head() });
  return /source_hash: "([0-9a-f]{12})"/.exec(said.find(({ at }) => at.includes('no-source-hash'))!.en)![1]!;
}

describe('a translation', () => {
  it('without the hash of its original is asked for it, and content with it has no fault', async () => {
    expect((await codes({ 'hiworks/secure-mail.en.md': head() })).map(({ at }) => at)).toEqual([
      'hiworks/secure-mail.en.md:1 no-source-hash',
    ]);
    expect(await codes({ 'hiworks/secure-mail.en.md': head({ source_hash: `"${await hash()}"` }) })).toEqual(
      [],
    );
  });

  it.each<[string, string, boolean]>([
    ['its text', manual('secure-mail', { related: '[welcome]' }, `${STEPS}\n4. [닫기]를 클릭합니다.`), true],
    ['its title', manual('secure-mail', { related: '[welcome]', title: '새 제목' }, STEPS), true],
    ['its description', manual('secure-mail', { related: '[welcome]', description: '새 설명' }, STEPS), true],
    [
      'its place in lists',
      manual('secure-mail', { related: '[welcome]', sidebar_position: '3' }, STEPS),
      false,
    ],
  ])('is outdated when the original changed %s', async (_what, original, outdated) => {
    const translation = head({ source_hash: `"${await hash()}"` });
    const said = await codes({
      'hiworks/secure-mail.md': original,
      'hiworks/secure-mail.en.md': translation,
    });
    expect(said.map(({ at }) => at)).toEqual(outdated ? ['hiworks/secure-mail.en.md:4 outdated'] : []);
    if (outdated) expect(said[0]!.en).toContain(await hash({ 'hiworks/secure-mail.md': original }));
  });

  it.each([
    ['of nothing', 'hiworks/gone.en.md', head(), 'hiworks/gone.en.md:1 no-original'],
    [
      'into its own language',
      'hiworks/secure-mail.ko.md',
      head(),
      'hiworks/secure-mail.ko.md:1 wrong-translation',
    ],
    [
      'of another id',
      'hiworks/secure-mail.en.md',
      head({ id: 'other' }),
      'hiworks/secure-mail.en.md:4 wrong-translation',
    ],
    [
      'of another language',
      'hiworks/secure-mail.en.md',
      head({ lang: 'ja' }),
      'hiworks/secure-mail.en.md:4 wrong-translation',
    ],
    [
      'with a field that is the original’s',
      'hiworks/secure-mail.en.md',
      head({ category: 'security' }),
      'hiworks/secure-mail.en.md:4 unknown-field',
    ],
    [
      'without a title',
      'hiworks/secure-mail.en.md',
      head({ title: null }),
      'hiworks/secure-mail.en.md:2 missing-field',
    ],
    [
      'that links nowhere',
      'hiworks/secure-mail.en.md',
      head({}, '[x](article:gone)'),
      'hiworks/secure-mail.en.md:6 no-such-article',
    ],
  ])('%s is a fault', async (_what, file, text, fault) => {
    expect((await codes({ [file]: text })).map(({ at }) => at)).toContain(fault);
  });
});

describe('published', () => {
  async function published(shelfLimit?: number) {
    const keys = await emptyFolder();
    await newKey(keys, 'publish');
    const key = await loadKey(keys, 'publish');
    const content = await contentFolder({
      'hiworks/secure-mail.en.md': head({ source_hash: `"${await hash()}"`, keywords: '[padlock]' }, ENGLISH),
      'hiworks/secure-mail.ja.md': head(
        { title: '安全なメール', source_hash: '"000000000000"' },
        '本文です。',
      ),
    });
    const out = path.join(await emptyFolder(), 'bundle');
    const options = {
      content,
      out,
      days: 90,
      publishKey: key,
      receiptKey: 'AAAA',
      ...(shelfLimit && { shelfLimit }),
    };
    const outcome = await publish(options);
    const read = inDirectory(out);
    const part = async (name: string) =>
      (await read(`parts/${outcome.published!.refs.get(name)!.hash}`, 1e9)) as Uint8Array;
    return { content, options, manifest: outcome.published!.manifest, part, read, key };
  }

  it('has one id and a text in each language, which say of each other', async () => {
    const { part, read, key } = await published();
    const [ko, en, ja] = await Promise.all(
      ['', '.en', '.ja'].map(async (ending) =>
        readArticle(await part(`article/secure-mail${ending}`), 'secure-mail'),
      ),
    );
    expect([ko, en, ja].map((text) => [text!.id, text!.lang, text!.outdated ?? false])).toEqual([
      ['secure-mail', 'ko', false],
      ['secure-mail', 'en', false],
      ['secure-mail', 'ja', true],
    ]);
    for (const text of [ko, en, ja]) expect(text!.translations).toEqual(['ko', 'en', 'ja']);
    expect(en!.category).toBe(ko!.category);
    expect(await verifyBundle(read, [key])).toMatchObject({ articles: 4, guides: 2 });
  });

  it('lists them in the language of the reader, with the guide that walks the same screens', async () => {
    const { part } = await published();
    const base = readCatalogue(await part('catalogue'));
    const titles = (lang: string) =>
      wholeCatalogue(base, [], lang)
        .articles.map(({ title }) => title)
        .sort();
    expect(titles('en')).toEqual(['Secure mail', 'welcome 문서']);
    expect(titles('ja')).toEqual(['welcome 문서', '安全なメール']);
    const guide = readGuide(await part('guide/secure-mail.en'), 'secure-mail');
    const original = readGuide(await part('guide/secure-mail'), 'secure-mail');
    expect(guide.lang).toBe('en');
    expect(guide.steps.map(({ labels }) => labels)).toEqual(original.steps.map(({ labels }) => labels));
  });

  it.each([undefined, 1])('is searched in the language of the reader (shelves of %s)', async (limit) => {
    const { part, manifest } = await published(limit);
    const base = readCatalogue(await part('catalogue'));
    const { searchParts } = await import('../../../shared/bundle/index.ts');
    const names = searchParts(manifest, base, 'en', 'hiworks');
    const index = loadIndexes(await Promise.all(names.map(part)));
    const hits = search(index, 'padlock', { lang: 'en' });
    expect(hits.map(({ id }) => id)).toEqual(['secure-mail']);
    for (const name of names) expect(partRef(manifest, name).size).toBeGreaterThan(0);
  });

  it('of a draft, or a draft itself, is not published', async () => {
    const { content, options, part: _part } = await published();
    await change(content, { 'hiworks/secure-mail.ja.md': head({ draft: 'true' }) });
    const outcome = await publish(options);
    expect(outcome.published!.refs.has('article/secure-mail.ja')).toBe(false);
    expect(outcome.published!.refs.has('article/secure-mail.en')).toBe(true);
  });
});
