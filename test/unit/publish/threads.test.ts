import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../desk/publish/archive.ts';
import { type KeyPair, loadKey, newKey } from '../../../desk/publish/keys.ts';
import { openPool } from '../../../desk/publish/pool.ts';
import { type PublishOptions, publish } from '../../../desk/publish/publish.ts';
import { verifyBundle } from '../../../desk/publish/verify-bundle.ts';
import { change, contentFolder, emptyFolder, manual, STEPS, snapshot } from './folder.ts';

let key: KeyPair;
let content: string;
beforeAll(async () => {
  const keys = await emptyFolder();
  await newKey(keys, 'publish');
  key = await loadKey(keys, 'publish');
  const files = Array.from({ length: 24 }, (_, at) => [
    [`hiworks/m${at}.md`, manual(`m${at}`, { related: '[welcome]' }, at % 2 ? STEPS : `글 ${at}`)],
    [`hiworks/m${at}.en.md`, at % 3 ? null : '---\ntitle: Text\ndescription: About\n---\n\nWords.\n'],
  ]).flat();
  content = await contentFolder(Object.fromEntries(files));
});

/** A desk of its own, which publishes the content with so many threads. */
async function desk(threads: number) {
  const home = await emptyFolder();
  const out = path.join(home, 'bundle');
  const { stage } = openArchive(path.join(home, 'archive'), key);
  const cache = path.join(home, 'cache');
  const go = (over: Partial<PublishOptions> = {}) =>
    publish({
      ...{
        content,
        out,
        stage,
        cache,
        threads,
        publishKey: key,
        receiptKey: 'AAAA',
        days: 90,
        shelfLimit: 4,
      },
      ...over,
    });
  const parts = async () => (await readdir(path.join(out, 'parts'))).sort();
  return { home, out, cache, go, parts };
}

describe('threads', () => {
  it('make the same bytes, and find the same faults on the same lines', async () => {
    const [one, two] = [await desk(0), await desk(2)];
    const [alone, together] = [await one.go(), await two.go()];
    expect(together.published?.manifest.parts).toEqual(alone.published?.manifest.parts);
    expect(await two.parts()).toEqual(await one.parts());
    expect(together.problems).toEqual(alone.problems);
    expect(together.problems.length).toBeGreaterThan(0);
    expect(together).toMatchObject({ articles: alone.articles, guides: alone.guides });
  });

  it('leave nothing behind of content with a fault', async () => {
    const { home, go } = await desk(2);
    const faulty = await contentFolder({ 'general/welcome.md': manual('welcome', { category: 'nowhere' }) });
    const { published, problems } = await go({ content: faulty, shelfLimit: 1 });
    expect(published).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code: 'no-such-category' }));
    expect(await readdir(home)).not.toContain('archive/parts');
    expect(await readdir(path.join(home, 'archive')).catch(() => [])).toEqual([]);
  });

  it('are told how far they are, to the last text and the last part', async () => {
    const seen = new Map<string, [number, number]>();
    const { go } = await desk(2);
    const { published } = await go({ told: (work, done, of) => void seen.set(work, [done, of]) });
    expect([...seen.keys()]).toEqual(['read', 'compile', 'put']);
    expect(seen.get('compile')).toEqual([34, 34]);
    expect(seen.get('put')).toEqual([published!.refs.size, published!.refs.size]);
  });

  it('that cannot write say where, in one line', async () => {
    const { home, go } = await desk(2);
    await writeFile(path.join(home, 'archive'), 'in the way');
    await expect(go()).rejects.toMatchObject({ name: 'Expected', message: expect.stringContaining(home) });
  });

  it('that die take no job with them in silence', async () => {
    const pool = openPool(new URL('data:text/javascript,throw new Error("dead")'), 2, null);
    await expect(Promise.all([pool.run(1), pool.run(2), pool.run(3)])).rejects.toThrow('dead');
    await expect(pool.run(4)).rejects.toThrow('dead');
    await pool.close();
  });
});

describe('what was made before', () => {
  it('is passed over, and the bundle is the same as made from nothing', async () => {
    const [used, fresh] = [await desk(2), await desk(0)];
    await used.go();
    const before = await snapshot(used.cache);
    await change(content, { 'hiworks/m7.md': manual('m7', {}, '새 글입니다.') });
    const again = await used.go();
    const after = await snapshot(used.cache);
    const made = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(made).toHaveLength(1);
    expect(Object.keys(after).length).toBeGreaterThan(5);
    expect(again.published?.manifest.parts).toEqual((await fresh.go()).published?.manifest.parts);
    expect(again.published?.changed).toHaveLength(3);
  });

  it.each([
    ['lost', (file: string) => rm(file)],
    ['damaged', (file: string) => writeFile(file, 'x')],
  ])('is made anew when a part of it was %s', async (_what, harm) => {
    const { home, out, go } = await desk(2);
    const { published } = await go();
    const parts = path.join(home, 'archive/parts');
    const { hash, size } = published!.refs.get('article/m5')!;
    await harm(path.join(parts, hash));
    await go();
    expect(await readFile(path.join(parts, hash))).toHaveLength(size);
    const read = (file: string) => readFile(path.join(out, file));
    expect((await verifyBundle(read, [key])).manifest).toEqual(published!.manifest);
  });

  it('is forgotten with its shelf', async () => {
    const { cache, go } = await desk(2);
    await go();
    await writeFile(path.join(cache, 'gone.ko.json'), '');
    await go();
    expect(await readdir(cache)).not.toContain('gone.ko.json');
  });
});
