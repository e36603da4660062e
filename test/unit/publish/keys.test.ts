import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureKeys, keyId, loadKey, newKey, sign } from '../../../desk/publish/keys.ts';
import { verifyBytes } from '../../../shared/bundle/index.ts';
import { emptyFolder } from './folder.ts';

afterEach(() => vi.unstubAllEnvs());
const expected = (words: string) =>
  expect.objectContaining({ name: 'Expected', message: expect.stringContaining(words) });
const keyFile = async (dir: string, use = 'publish') =>
  JSON.parse(await readFile(path.join(dir, `${use}.json`), 'utf8'));

describe('a new key', () => {
  it('signs what its public half verifies', async () => {
    const dir = await emptyFolder();
    const { id, key } = await newKey(dir, 'publish');
    const pair = await loadKey(dir, 'publish');
    const bytes = new TextEncoder().encode('번들');
    expect(pair).toMatchObject({ id, key });
    expect(id).toBe(await keyId(key));
    expect(await verifyBytes(bytes, await sign(bytes, pair), key)).toBe(true);
  });

  it('is for its owner only, folder and file, and cannot be taken out of the loaded pair', async () => {
    const dir = path.join(await emptyFolder(), 'keys');
    await newKey(dir, 'publish');
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(dir, 'publish.json'))).mode & 0o777).toBe(0o600);
    expect((await loadKey(dir, 'publish')).private.extractable).toBe(false);
  });

  it('never overwrites another', async () => {
    const dir = await emptyFolder();
    await newKey(dir, 'publish');
    const before = await readFile(path.join(dir, 'publish.json'), 'utf8');
    await expect(newKey(dir, 'publish')).rejects.toEqual(expected('publish.json'));
    expect(await readFile(path.join(dir, 'publish.json'), 'utf8')).toBe(before);
    expect(await ensureKeys(dir)).toEqual(['receipt']);
    expect(await ensureKeys(dir)).toEqual([]);
    expect(await readFile(path.join(dir, 'publish.json'), 'utf8')).toBe(before);
  });

  it('leaves its public half, and nothing else, for who builds the readers', async () => {
    const dir = await emptyFolder();
    const { id, key } = await newKey(dir, 'publish');
    expect(JSON.parse(await readFile(path.join(dir, 'trusted.json'), 'utf8'))).toEqual([{ id, key }]);
  });
});

describe('a key is loaded', () => {
  it('from the environment, before its file', async () => {
    const [dir, other] = [await emptyFolder(), await emptyFolder()];
    await newKey(dir, 'publish');
    const { id } = await newKey(other, 'publish');
    vi.stubEnv('GILJABI_PUBLISH_KEY', await readFile(path.join(other, 'publish.json'), 'utf8'));
    expect((await loadKey(dir, 'publish')).id).toBe(id);
  });

  it('from its file where the variable is empty, as CI leaves a secret that was never set', async () => {
    const dir = await emptyFolder();
    const { id } = await newKey(dir, 'publish');
    vi.stubEnv('GILJABI_PUBLISH_KEY', '');
    expect((await loadKey(dir, 'publish')).id).toBe(id);
  });

  it('or the command that makes one is named', async () => {
    await expect(loadKey(await emptyFolder(), 'receipt')).rejects.toEqual(expected('keys new'));
  });

  it.each([
    ['that is no JSON', async () => 'rubbish'],
    [
      'without its private half',
      async (dir: string) => JSON.stringify({ ...(await keyFile(dir)), jwk: undefined }),
    ],
    [
      'with the name of another',
      async (dir: string) => JSON.stringify({ ...(await keyFile(dir)), id: '0'.repeat(16) }),
    ],
    ['for receipts', async (dir: string) => JSON.stringify(await keyFile(dir, 'receipt'))],
    [
      'of two halves that do not belong together',
      async (dir: string) => {
        const { jwk } = await keyFile(dir, 'receipt');
        return JSON.stringify({ ...(await keyFile(dir)), jwk });
      },
    ],
  ])('but not one %s: the place is named, the content is not', async (_what, content) => {
    const [dir, bad] = [await emptyFolder(), await emptyFolder()];
    await ensureKeys(dir);
    const text = await content(dir);
    await mkdir(bad, { recursive: true });
    await writeFile(path.join(bad, 'publish.json'), text);
    await expect(loadKey(bad, 'publish')).rejects.toEqual(expected(path.join(bad, 'publish.json')));
    vi.stubEnv('GILJABI_PUBLISH_KEY', text);
    const error = (await loadKey(dir, 'publish').catch((cause) => cause)) as Error;
    expect(error).toEqual(expected('GILJABI_PUBLISH_KEY'));
    expect(error.message).not.toContain((await keyFile(dir)).jwk.d);
  });
});
