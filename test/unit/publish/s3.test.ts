import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { release } from '../../../desk/publish/bundle.ts';
import { type KeyPair, loadKey, newKey } from '../../../desk/publish/keys.ts';
import { publish } from '../../../desk/publish/publish.ts';
import { readBundle } from '../../../desk/publish/read-bundle.ts';
import { s3Store } from '../../../desk/publish/s3.ts';
import { memoryStage, refOf } from '../../../desk/publish/stage.ts';
import { verifyBundle } from '../../../desk/publish/verify-bundle.ts';
import { change, contentFolder, emptyFolder, manual } from './folder.ts';
import { ACCESS, type S3Server, startS3 } from './s3-server.ts';

let s3: S3Server;
let key: KeyPair;
beforeEach(async () => {
  s3 = await startS3();
  const keys = await emptyFolder();
  await newKey(keys, 'publish');
  key = await loadKey(keys, 'publish');
});
afterEach(() => s3.close());

const env = (over: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  AWS_ACCESS_KEY_ID: ACCESS.id,
  AWS_SECRET_ACCESS_KEY: ACCESS.secret,
  AWS_REGION: ACCESS.region,
  AWS_ENDPOINT_URL_S3: s3.url,
  ...over,
});
const store = (over: NodeJS.ProcessEnv = {}) => s3Store('s3://help/bundle', env(over));
const put = async (texts: Record<string, string>, into = store()) => {
  const stage = memoryStage();
  const parts = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const bytes = new TextEncoder().encode(text);
      const ref = await refOf(name, bytes);
      await stage.put(ref, bytes);
      return ref;
    }),
  );
  return release(into, { parts, shelved: new Map(), stage }, { key, days: 90 });
};
const parts = () => [...s3.objects.keys()].filter((name) => name.includes('/parts/'));
const expected = (words: RegExp) =>
  expect.objectContaining({ name: 'Expected', message: expect.stringMatching(words) });

describe('a bucket', () => {
  it('takes a bundle that readers verify to the last part', async () => {
    const content = await contentFolder();
    const options = { content, out: '', store: store(), days: 90, publishKey: key, receiptKey: 'AAAA' };
    expect((await publish(options)).published?.manifest.version).toBe(1);
    expect((await readBundle(store(), [key])).catalogue.articles).toHaveLength(2);
    expect(await verifyBundle(store().read, [key])).toMatchObject({ articles: 2, guides: 1 });
  });

  it('is given the parts first, then the signature, then the manifest, and no lock stays', async () => {
    await put({ search: 'one', catalogue: 'two' });
    const puts = s3.log.filter((line) => line.startsWith('PUT') && !line.endsWith('.lock'));
    expect(puts.slice(0, 2).every((line) => line.startsWith('PUT bundle/parts/'))).toBe(true);
    expect(puts.slice(2)).toEqual(['PUT bundle/manifest.sig', 'PUT bundle/manifest.json']);
    expect([...s3.objects.keys()].filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('says how long each file may be kept', async () => {
    await put({ search: 'one' });
    const kept = (name: string) => s3.objects.get(name)?.headers['cache-control'];
    expect(kept('bundle/manifest.json')).toBe('no-cache');
    expect(kept(parts()[0]!)).toContain('immutable');
  });

  it('is sent only what it does not have, over any number of pages of its list', async () => {
    const texts = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`article/a${at}`, `text ${at}`]));
    await put(texts);
    s3.log.length = 0;
    await put({ ...texts, 'article/a3': 'changed' });
    expect(s3.log.filter((line) => line.startsWith('PUT bundle/parts/'))).toHaveLength(1);
    await put({ ...texts, 'article/a3': 'changed again' });
    // Those of the version before stay; the ones before that are gone.
    expect(parts()).toHaveLength(9);
  });

  it('with a part that is not whole is mended', async () => {
    await put({ search: 'one' });
    s3.objects.get(parts()[0]!)!.bytes = Buffer.from('o');
    await put({ search: 'one' });
    expect(s3.objects.get(parts()[0]!)!.bytes.toString()).toBe('one');
  });

  it('that is busy is asked again', async () => {
    s3.fail = [503, 500];
    expect((await put({ search: 'one' })).manifest.version).toBe(1);
  });
});

describe('what a person can mend is one line', () => {
  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'x' }, /403 SignatureDoesNotMatch/],
    ['another region', { AWS_REGION: 'us-east-1' }, /403 AuthorizationHeaderMalformed/],
    ['nobody there', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9.*(reached|연결)/],
    ['no credentials', { AWS_ACCESS_KEY_ID: '' }, /AWS_ACCESS_KEY_ID/],
    ['an endpoint without a scheme', { AWS_ENDPOINT_URL_S3: 'minio:9000' }, /minio:9000/],
  ])('%s', async (_what, over, words) => {
    await expect((async () => put({ search: 'x' }, store(over)))()).rejects.toEqual(expected(words));
  });

  it('a bucket that is not there, or not named', async () => {
    await expect(put({ search: 'x' }, s3Store('s3://other/bundle', env()))).rejects.toEqual(
      expected(/404 NoSuchBucket/),
    );
    expect(() => s3Store('s3://Help me', env())).toThrow(expected(/s3:\/\//));
  });
});

describe('two publishers', () => {
  it.each([false, true])(
    'do not publish at once, also where the store takes every write (%s)',
    async (careless) => {
      s3.careless = careless;
      const unlock = await store().lock();
      if (careless) {
        // Who came second has written over the lock, and is told so by what it reads back.
        await expect(Promise.all([store().lock(), store().lock()])).rejects.toEqual(
          expected(/publish\.lock/),
        );
      } else {
        await expect(put({ search: 'x' })).rejects.toEqual(expected(/publish\.lock/));
        await unlock();
        expect((await put({ search: 'x' })).manifest.version).toBe(1);
      }
    },
  );

  it('do not wait for one that was killed an hour ago', async () => {
    const at = new Date(Date.now() - 61 * 60_000).toISOString();
    s3.objects.set('bundle/publish.lock', { bytes: Buffer.from(JSON.stringify({ at })), headers: {} });
    expect((await put({ search: 'x' })).manifest.version).toBe(1);
  });
});

it('content with a fault sends nothing', async () => {
  const content = await contentFolder();
  await change(content, { 'general/welcome.md': manual('welcome', { category: 'gone' }) });
  const options = { content, out: '', store: store(), days: 90, publishKey: key, receiptKey: 'AAAA' };
  expect((await publish(options)).published).toBeNull();
  expect(s3.objects.size).toBe(0);
});
