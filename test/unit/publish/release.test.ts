import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../../desk/publish/archive.ts';
import { type ReleaseOptions, release } from '../../../desk/publish/bundle.ts';
import { changesOf, costOf } from '../../../desk/publish/changes.ts';
import { directoryStore } from '../../../desk/publish/directory.ts';
import { type KeyPair, loadKey, newKey, rotateKey } from '../../../desk/publish/keys.ts';
import { lockFile } from '../../../desk/publish/lock.ts';
import { publish } from '../../../desk/publish/publish.ts';
import { readBundle } from '../../../desk/publish/read-bundle.ts';
import { memoryStage, refOf, type Stage } from '../../../desk/publish/stage.ts';
import { applyRotations, readArticle, verifyManifest } from '../../../shared/bundle/index.ts';
import { change, contentFolder, emptyFolder, manual, STEPS, snapshot } from './folder.ts';

let keys: string;
let key: KeyPair;
let home: string;
let dir: string;
beforeEach(async () => {
  home = await emptyFolder();
  keys = path.join(home, 'keys');
  dir = path.join(home, 'bundle');
  await newKey(keys, 'publish');
  key = await loadKey(keys, 'publish');
});
const expected = (words: RegExp) =>
  expect.objectContaining({ name: 'Expected', message: expect.stringMatching(words) });

async function ready(texts: Record<string, string>, stage: Stage = memoryStage()) {
  const parts = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const bytes = new TextEncoder().encode(text);
      const ref = await refOf(name, bytes);
      await stage.put(ref, bytes);
      return ref;
    }),
  );
  return { parts, shelved: new Map(), stage };
}
const put = async (text: string, over: Partial<ReleaseOptions> = {}) =>
  release(directoryStore(dir), await ready({ search: text }), {
    key,
    days: 90,
    versions: path.join(home, 'versions.json'),
    ...over,
  });

describe('the version', () => {
  it('is remembered beside the keys: an emptied folder does not start again at 1', async () => {
    for (const text of ['one', 'two', 'three']) await put(text);
    await rm(dir, { recursive: true });
    expect((await put('four')).manifest.version).toBe(4);
  });

  it('of a key that was made elsewhere is asked for', async () => {
    const other = path.join(await emptyFolder(), 'keys');
    await mkdir(other);
    await writeFile(path.join(other, 'publish.json'), await readFile(path.join(keys, 'publish.json')));
    const moved = await loadKey(other, 'publish');
    await expect(put('one', { key: moved })).rejects.toEqual(expected(/--version-floor/));
    expect((await put('one', { key: moved, versionFloor: 41 })).manifest.version).toBe(42);
    expect((await put('two', { key: moved })).manifest.version).toBe(43);
  });

  it('of a key from the environment is asked for, unless a bundle is there', async () => {
    vi.stubEnv('GILJABI_PUBLISH_KEY', await readFile(path.join(keys, 'publish.json'), 'utf8'));
    const fromCi = await loadKey(await emptyFolder(), 'publish');
    vi.unstubAllEnvs();
    await expect(put('one', { key: fromCi })).rejects.toEqual(expected(/--version-floor/));
    await put('one');
    await rm(path.join(home, 'versions.json'));
    expect((await put('two', { key: fromCi })).manifest.version).toBe(2);
  });

  it('never goes back, whatever is asked', async () => {
    for (const text of ['one', 'two', 'three']) await put(text);
    await expect(put('four', { versionFloor: 2 })).rejects.toEqual(expected(/3/));
    expect((await put('four', { versionFloor: 9 })).manifest.version).toBe(10);
  });

  it('is said before it is used: one that was spoken of is never used twice', async () => {
    await put('one');
    const failing = { ...directoryStore(dir), write: () => Promise.reject(new Error('the disk is full')) };
    const options = { key, days: 90, versions: path.join(home, 'versions.json') };
    await expect(release(failing, await ready({ search: 'two' }), options)).rejects.toThrow('the disk');
    expect((await put('three')).manifest.version).toBe(3);
  });
});

describe('a new key', () => {
  it('takes over where the old one was, with the old one in the readers until they have followed', async () => {
    await put('one');
    await put('two');
    const { from, to } = await rotateKey(keys);
    const next = await loadKey(keys, 'publish');
    expect(next.id).toBe(to.id);
    const { manifest } = await put('two', { key: next });
    expect(manifest).toMatchObject({ version: 3, key: to.id });
    const bytes = await readFile(path.join(dir, 'manifest.json'));
    const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
    const asOldReader = await verifyManifest(bytes, signatures, { keys: [from], floor: {}, now: new Date() });
    expect(asOldReader.rotations).toEqual([{ from: from.id, to: to.id, key: to.key }]);
    expect(applyRotations([from], asOldReader.rotations!)).toEqual([to]);
    await verifyManifest(bytes, signatures, { keys: [to], floor: {}, now: new Date() });
  });

  it('is not led astray by a version that a thief of the old one has signed', async () => {
    await put('one');
    await put('stolen', {
      versionFloor: Number.MAX_SAFE_INTEGER - 2,
      versions: path.join(home, 'thief.json'),
    });
    await rotateKey(keys);
    const { manifest } = await put('mended', { key: await loadKey(keys, 'publish') });
    expect(manifest.version).toBe(2);
  });

  it('carries all handovers before it, and lies in a file of its owner only', async () => {
    const first = key;
    await rotateKey(keys);
    await rotateKey(keys);
    const third = await loadKey(keys, 'publish');
    await put('one', { key: third });
    const bytes = await readFile(path.join(dir, 'manifest.json'));
    const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
    const { rotations } = await verifyManifest(bytes, signatures, {
      keys: [first],
      floor: {},
      now: new Date(),
    });
    expect(rotations).toHaveLength(2);
    for (const name of await readdir(keys))
      if (name.startsWith('publish'))
        expect((await stat(path.join(keys, name))).mode & 0o777, name).toBe(0o600);
    expect(JSON.parse(await readFile(path.join(keys, 'trusted.json'), 'utf8'))).toEqual([
      { id: third.id, key: third.key },
    ]);
  });

  it('is not made where only the environment has the old one', async () => {
    vi.stubEnv('GILJABI_PUBLISH_KEY', await readFile(path.join(keys, 'publish.json'), 'utf8'));
    await expect(rotateKey(keys)).rejects.toEqual(expected(/GILJABI_PUBLISH_KEY/));
    vi.unstubAllEnvs();
  });
});

it('a key file that was opened to others is closed again when it is used', async () => {
  const file = path.join(keys, 'publish.json');
  await (await import('node:fs/promises')).chmod(file, 0o644);
  await loadKey(keys, 'publish');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

describe('the lock', () => {
  it('lets one publisher in, and says where it lies', async () => {
    const unlock = await directoryStore(dir).lock();
    await expect(put('one')).rejects.toEqual(expected(/\.lock/));
    await unlock();
    expect((await put('one')).manifest.version).toBe(1);
    expect((await readdir(dir)).sort()).toEqual(['manifest.json', 'manifest.sig', 'parts']);
  });

  it.each([
    ['a publisher of this machine that is gone', JSON.stringify({ host: os.hostname(), pid: 2 ** 22 + 1 })],
    ['nobody: killed before a word was written', ''],
  ])('of %s is taken over', async (_what, text) => {
    const file = path.join(home, 'lock');
    await writeFile(file, text);
    const unlock = await lockFile(file);
    await expect(lockFile(file)).rejects.toEqual(expected(/lock/));
    await unlock();
  });

  it('of another machine is respected', async () => {
    const file = path.join(home, 'lock');
    await writeFile(file, JSON.stringify({ host: 'another.example', pid: 1 }));
    await expect(lockFile(file)).rejects.toEqual(expected(/lock/));
  });

  it('of many who come at once lets one in', async () => {
    const file = path.join(home, 'lock');
    await writeFile(file, JSON.stringify({ host: os.hostname(), pid: 2 ** 22 + 1 }));
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockFile(file)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

/** Publishes a content folder through an archive, as the command does. */
async function publishing(over: Partial<Parameters<typeof publish>[0]> = {}) {
  const archive = openArchive(path.join(home, 'archive'), key);
  const content = over.content ?? (await contentFolder());
  const go = async (more: Partial<Parameters<typeof publish>[0]> = {}) => {
    const options = {
      content,
      out: dir,
      days: 90,
      publishKey: key,
      receiptKey: 'AAAA',
      stage: archive.stage,
    };
    const outcome = await publish({
      ...options,
      versions: path.join(home, 'versions.json'),
      ...over,
      ...more,
    });
    if (outcome.published) await archive.keep(directoryStore(dir), outcome.published.manifest);
    return outcome;
  };
  return { archive, content, go };
}

describe('older content', () => {
  it('is published as a new version, byte for byte, though its parts are gone from the bundle', async () => {
    const { archive, content, go } = await publishing();
    await go();
    const first = await readBundle(dir, [key]);
    const welcome = await first.article('welcome');
    for (const text of ['둘', '셋', '넷']) {
      await change(content, { 'general/welcome.md': manual('welcome', {}, text) });
      await go();
    }
    const plan = await release(directoryStore(dir), await archive.open(1), { key, days: 90 });
    expect(plan.manifest.version).toBe(5);
    const now = await readBundle(dir, [key]);
    expect(await now.article('welcome')).toEqual(welcome);
    expect(now.manifest.parts).toEqual(first.manifest.parts);
  });

  it('of shelves comes back with all that is on them', async () => {
    const { archive, content, go } = await publishing({ shelfLimit: 1 });
    await go();
    await change(content, { 'general/welcome.md': manual('welcome', {}, '둘') });
    await go();
    await release(directoryStore(dir), await archive.open(1), { key, days: 90 });
    const bytes = await (await readBundle(dir, [key])).article('welcome');
    expect(JSON.stringify(readArticle(bytes, 'welcome'))).toContain('본문입니다');
  });

  it('that is not kept, or not whole, is said, with what is', async () => {
    const { archive, content, go } = await publishing();
    await go();
    await change(content, { 'general/welcome.md': manual('welcome', {}, '둘') });
    await go();
    await expect(archive.open(7)).rejects.toEqual(expected(/7.*1, 2/));
    const [part] = (await archive.open(1)).parts;
    await rm(path.join(home, 'archive/parts', part!.hash));
    await expect(archive.open(1)).rejects.toEqual(expected(/1.*(whole|온전)/));
  });

  it('is kept for twenty versions, and no part longer than its version', async () => {
    const { archive, content, go } = await publishing();
    for (let at = 0; at < 23; at++) {
      await change(content, { 'general/welcome.md': manual('welcome', {}, `글 ${at}`) });
      await go();
    }
    expect((await readdir(path.join(home, 'archive/versions'))).sort()).toHaveLength(20);
    await expect(archive.open(3)).rejects.toEqual(expected(/3/));
    await archive.open(4);
    // catalogue, secure-mail and its guide once; welcome and the index of each version.
    expect(await readdir(path.join(home, 'archive/parts'))).toHaveLength(3 + 20 * 2);
  });
});

describe('before anything is published', () => {
  it('it is shown what changes, down to the steps, and what readers will fetch', async () => {
    const { archive, content, go } = await publishing();
    await go();
    const steps = `${STEPS.replace('[보안 메일 사용]을 선택', '[보안 메일]을 선택')}\n4. [닫기]를 클릭합니다.`;
    await change(content, {
      'hiworks/secure-mail.md': manual('secure-mail', { related: '[welcome]' }, steps),
      'general/new.md': manual('new'),
    });
    let lines: string[] = [];
    const before = await snapshot(dir);
    const { published } = await go({
      confirm: async (plan) => {
        lines = await changesOf(plan, archive.stage, directoryStore(dir));
        return false;
      },
    });
    expect(lines).toEqual([
      '+ article/new new 문서',
      '~ article/secure-mail secure-mail 문서',
      '~ guide/secure-mail secure-mail 문서',
      '    + 2. select 보안 메일',
      '    + 4. click 닫기',
      '    − 2. select 보안 메일 사용',
    ]);
    expect(await snapshot(dir)).toEqual(before);
    const cost = costOf(published!);
    const bytes = [...published!.refs.values()].reduce((sum, { size }) => sum + size, 0);
    expect(cost.all - bytes).toBeGreaterThan(0);
    expect(cost.update).toBeLessThan(cost.all);
    expect(cost.first).toBeLessThan(cost.all);
  });

  it('steps that only read differently, or stand in another order, are said so', async () => {
    const { archive, content, go } = await publishing();
    await go();
    const steps = STEPS.split('\n');
    const other = ['1. [저장]을 눌러 클릭합니다.', steps[1], steps[0]!.replace('1.', '3.')].join('\n');
    await change(content, {
      'hiworks/secure-mail.md': manual('secure-mail', { related: '[welcome]' }, other),
    });
    let lines: string[] = [];
    await go({
      confirm: async (plan) => {
        lines = await changesOf(plan, archive.stage, directoryStore(dir));
        return true;
      },
    });
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}(the steps are in another order|단계의 순서)/));
    expect(lines.join('\n')).not.toMatch(/^ {4}[+−]/m);
  });
});

describe('shelves', () => {
  it('are read back as one catalogue, in the order of the author', async () => {
    const content = await contentFolder(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `hiworks/m${at}.md`,
          manual(`m${at}`, { sidebar_position: String(100 - at) }, STEPS),
        ]),
      ),
    );
    const { go } = await publishing({ content, shelfLimit: 4 });
    const { published } = await go();
    expect(published!.manifest.parts.filter(({ name }) => name.startsWith('shelf/')).length).toBeGreaterThan(
      7,
    );
    const { catalogue } = await readBundle(dir, [key]);
    expect(catalogue.articles).toHaveLength(32);
    expect(catalogue.articles.slice(0, 3).map(({ id }) => id)).toEqual(['m29', 'm28', 'm27']);
    expect(catalogue.guides.filter(({ steps }) => steps === 3)).toHaveLength(31);
  });

  it('that did not change keep their bytes', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`hiworks/m${at}.md`, manual(`m${at}`)]),
    );
    const content = await contentFolder(files);
    const { go } = await publishing({ content, shelfLimit: 4 });
    await go();
    await change(content, { 'hiworks/m7.md': manual('m7', {}, '새 글입니다.') });
    const { published } = await go();
    const shelf = published!.changed.find((name) => name.startsWith('search/'))!.slice('search/'.length);
    expect(published!.changed).toEqual(['article/m7', `search/${shelf}`, `shelf/${shelf}`]);
    const bytes = await directoryStore(dir).read(`parts/${published!.refs.get('article/m7')!.hash}`);
    expect(JSON.stringify(readArticle(bytes!, 'm7'))).toContain('새 글');
  });
});
