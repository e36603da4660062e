import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PartBytes, writeBundle } from '../../../desk/publish/bundle.ts';
import { type KeyPair, loadKey, newKey } from '../../../desk/publish/keys.ts';
import { type PublishOptions, publish } from '../../../desk/publish/publish.ts';
import { readBundle } from '../../../desk/publish/read-bundle.ts';
import { change, contentFolder, emptyFolder, manual, STEPS, snapshot } from './folder.ts';

let publishKey: KeyPair;
let otherKey: KeyPair;
beforeAll(async () => {
  [publishKey, otherKey] = (await Promise.all(
    [1, 2].map(async () => {
      const dir = await emptyFolder();
      await newKey(dir, 'publish');
      return loadKey(dir, 'publish');
    }),
  )) as [KeyPair, KeyPair];
});

async function options(over: Partial<PublishOptions> = {}): Promise<PublishOptions> {
  return {
    content: await contentFolder(),
    out: path.join(await emptyFolder(), 'bundle'),
    days: 90,
    publishKey,
    receiptKey: 'AAAA',
    ...over,
  };
}
const partsOf = (contents: Record<string, string>): PartBytes =>
  new Map(Object.entries(contents).map(([name, text]) => [name, new TextEncoder().encode(text)]));
const partFiles = (dir: string) => readdir(path.join(dir, 'parts'));

describe('publishing', () => {
  it('writes what a reader verifies and reads', async () => {
    const chosen = await options();
    const { published, problems } = await publish(chosen);
    expect(problems).toEqual([]);
    expect(published?.added.sort()).toEqual([
      'article/secure-mail',
      'article/welcome',
      'catalogue',
      'guide/secure-mail',
      'search',
    ]);
    const { manifest, catalogue } = await readBundle(chosen.out, [publishKey]);
    expect(manifest).toEqual(published?.manifest);
    expect(manifest.version).toBe(1);
    expect(catalogue.articles.map(({ title }) => title).sort()).toEqual(['secure-mail 문서', 'welcome 문서']);
    expect(catalogue.lounge.desk).toEqual({ url: 'http://127.0.0.1:4810', receiptKey: 'AAAA' });
    expect(await partFiles(chosen.out)).toHaveLength(5);
  });

  it('sends inquiries where it is told, not where lounge.yaml says', async () => {
    const chosen = await options({ desk: 'https://desk.example' });
    await publish(chosen);
    const { catalogue } = await readBundle(chosen.out, [publishKey]);
    expect(catalogue.lounge.desk.url).toBe('https://desk.example');
  });

  it('the same content again changes no byte', async () => {
    const chosen = await options();
    await publish(chosen);
    const before = await snapshot(chosen.out);
    const { published } = await publish(chosen);
    expect(published).toMatchObject({ added: [], changed: [], removed: [] });
    expect(await snapshot(chosen.out)).toEqual(before);
  });

  it('the same content from another folder, written in another order, has the same parts', async () => {
    const [one, two] = [await options(), await options()];
    const [first, second] = [await publish(one), await publish(two)];
    expect(second.published?.manifest.parts).toEqual(first.published?.manifest.parts);
  });

  it('the same content is signed again when half of its time has passed', async () => {
    const chosen = await options();
    await publish({ ...chosen, days: 40 });
    const { published } = await publish({ ...chosen, days: 90 });
    expect(published?.manifest.version).toBe(2);
    expect(published).toMatchObject({ added: [], changed: [], removed: [] });
  });

  it('a change raises the version and touches only the parts that it changes', async () => {
    const chosen = await options();
    const first = (await publish(chosen)).published!.manifest;
    await change(chosen.content, { 'general/welcome.md': manual('welcome', {}, '새 본문입니다.') });
    const { published } = await publish(chosen);
    expect(published?.manifest.version).toBe(2);
    expect(published).toMatchObject({ added: [], changed: ['article/welcome', 'search'], removed: [] });
    const hashes = (parts: typeof first.parts) =>
      Object.fromEntries(parts.map(({ name, hash }) => [name, hash]));
    const { 'article/welcome': _a, search: _s, ...kept } = hashes(first.parts);
    expect(hashes(published!.manifest.parts)).toMatchObject(kept);
  });

  it('a new manual and a removed one are counted as such', async () => {
    const chosen = await options();
    await publish(chosen);
    await change(chosen.content, {
      'hiworks/off.md': manual('off', {}, STEPS),
      'hiworks/secure-mail.md': null,
      'lounge.yaml': (await readFile(path.join(chosen.content, 'lounge.yaml'), 'utf8')).replace(
        '- secure-mail',
        '- off',
      ),
    });
    expect((await publish(chosen)).published).toMatchObject({
      added: ['article/off', 'guide/off'],
      removed: ['article/secure-mail', 'guide/secure-mail'],
    });
  });

  it('content with a fault publishes nothing and leaves the old bundle as it is', async () => {
    const chosen = await options();
    await publish(chosen);
    const before = await snapshot(chosen.out);
    await change(chosen.content, { 'general/welcome.md': manual('welcome', { title: null }) });
    const { published, problems } = await publish(chosen);
    expect(published).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'general/welcome.md', code: 'missing-field' }),
    );
    expect(await snapshot(chosen.out)).toEqual(before);
  });
});

describe('parts of old versions', () => {
  it('stay for one version, for who is in the middle of downloading, and then go', async () => {
    const dir = await emptyFolder();
    for (const text of ['one', 'two', 'three'])
      await writeBundle(dir, partsOf({ search: text }), publishKey, 90);
    const kept = await Promise.all(
      (await partFiles(dir)).map((name) => readFile(path.join(dir, 'parts', name), 'utf8')),
    );
    expect(kept.sort()).toEqual(['three', 'two']);
  });

  it('what a stopped publish left half-written goes too', async () => {
    const dir = await emptyFolder();
    await writeBundle(dir, partsOf({ search: 'one' }), publishKey, 90);
    await writeFile(path.join(dir, 'parts', `${'0'.repeat(64)}.77.new`), 'ha');
    await writeFile(path.join(dir, 'manifest.json.77.new'), '{"for');
    await writeBundle(dir, partsOf({ search: 'two' }), publishKey, 90);
    expect((await readdir(dir)).sort()).toEqual(['manifest.json', 'manifest.sig', 'parts']);
    expect(await partFiles(dir)).toHaveLength(2);
  });

  it.each([
    ['lost', (file: string) => rm(file)],
    ['damaged', (file: string) => writeFile(file, 'x')],
  ])('one that was %s is mended by publishing again, without a new version', async (_what, harm) => {
    const chosen = await options();
    await publish(chosen);
    const before = await snapshot(chosen.out);
    await harm(path.join(chosen.out, 'parts', (await partFiles(chosen.out))[0]!));
    await publish(chosen);
    expect(await snapshot(chosen.out)).toEqual(before);
  });
});

describe('a publish that was stopped', () => {
  /** As a kill leaves it after the signature was replaced and before the manifest was. */
  async function stopBeforeManifest(dir: string, parts: PartBytes): Promise<void> {
    const manifest = path.join(dir, 'manifest.json');
    await copyFile(manifest, `${dir}/aside`);
    await writeBundle(dir, parts, publishKey, 90);
    await copyFile(`${dir}/aside`, manifest);
    await rm(`${dir}/aside`);
  }

  it('between signature and manifest leaves the old bundle whole, any number of times', async () => {
    const dir = await emptyFolder();
    const catalogue = (await publish(await options({ out: dir }))).published!.manifest;
    for (const text of ['two', 'three', 'four']) {
      await stopBeforeManifest(dir, partsOf({ search: text }));
      expect((await readBundle(dir, [publishKey])).manifest).toEqual(catalogue);
    }
    const { published } = await publish(await options({ out: dir, desk: 'https://desk.example' }));
    expect(published?.manifest.version).toBe(2);
    expect((await readBundle(dir, [publishKey])).manifest).toEqual(published?.manifest);
  });
});

describe('the version', () => {
  it('does not start again when the signature file is lost: readers would refuse it as older', async () => {
    const dir = await emptyFolder();
    for (const text of ['one', 'two', 'three'])
      await writeBundle(dir, partsOf({ search: text }), publishKey, 90);
    await rm(path.join(dir, 'manifest.sig'));
    expect((await writeBundle(dir, partsOf({ search: 'three' }), publishKey, 90)).manifest.version).toBe(4);
  });

  it('is counted for each key by itself', async () => {
    const dir = await emptyFolder();
    for (const text of ['one', 'two']) await writeBundle(dir, partsOf({ search: text }), publishKey, 90);
    const { manifest } = await writeBundle(dir, partsOf({ search: 'two' }), otherKey, 90);
    expect(manifest).toMatchObject({ version: 1, key: otherKey.id });
  });

  it('starts at 1 over a manifest that is rubbish', async () => {
    const dir = await emptyFolder();
    await writeFile(path.join(dir, 'manifest.json'), 'rubbish');
    expect((await writeBundle(dir, partsOf({ search: 'one' }), publishKey, 90)).manifest.version).toBe(1);
  });
});
