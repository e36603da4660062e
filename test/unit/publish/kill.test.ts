import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { type KeyPair, loadKey, newKey } from '../../../desk/publish/keys.ts';
import { type BundleError, type Manifest, verifyManifest, verifyPart } from '../../../shared/bundle/index.ts';
import { emptyFolder } from './folder.ts';

const PUBLISHER = fileURLToPath(new URL('./publish-process.ts', import.meta.url));
const PARTS = 3;
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** As a reader does it: signature first, then manifest, then every part. */
async function readAll(dir: string, key: KeyPair): Promise<Manifest> {
  const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
  const bytes = await readFile(path.join(dir, 'manifest.json'));
  const { manifest } = await verifyManifest(bytes, signatures, { keys: [key], floor: {}, now: new Date() });
  for (const ref of manifest.parts) await verifyPart(ref, await readFile(path.join(dir, 'parts', ref.hash)));
  return manifest;
}

it('whenever publishing is killed, readers find a complete bundle, no older than the last one published', async () => {
  const [dir, keys] = [await emptyFolder(), await emptyFolder()];
  await newKey(keys, 'publish');
  const key = await loadKey(keys, 'publish');
  let published = 0;
  let halfway = 0;
  for (let round = 0; round < 15; round++) {
    const child = spawn(process.execPath, ['--import', 'tsx', PUBLISHER, dir, keys], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    child.stdout!.on('data', (data) => {
      published = Number(String(data).trim().split('\n').at(-1));
    });
    await once(child.stdout!, 'data');
    const gone = once(child, 'exit');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    child.kill('SIGKILL');
    await gone;

    const manifest = await readAll(dir, key);
    expect(manifest.version).toBeGreaterThanOrEqual(published);
    expect(manifest.parts).toHaveLength(PARTS);
    const files = [...(await readdir(dir)), ...(await readdir(path.join(dir, 'parts')))];
    // At rest there are this version's parts and those of the one before.
    if (files.length !== 3 + 2 * PARTS || files.some((name) => name.endsWith('.new'))) halfway += 1;
  }
  // Otherwise no kill was in the middle of anything.
  expect(halfway).toBeGreaterThan(0);
}, 120_000);

it('while somebody publishes, a reader sees the old bundle or the new one', async () => {
  const [dir, keys] = [await emptyFolder(), await emptyFolder()];
  await newKey(keys, 'publish');
  const key = await loadKey(keys, 'publish');
  const child = spawn(process.execPath, ['--import', 'tsx', PUBLISHER, dir, keys], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout!, 'data');
  child.stdout!.resume();
  const seen = new Set<number>();
  let crossed = 0;
  while (seen.size < 50) {
    const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
    const bytes = await readFile(path.join(dir, 'manifest.json'));
    const trust = { keys: [key], floor: {}, now: new Date() };
    try {
      seen.add((await verifyManifest(bytes, signatures, trust)).manifest.version);
    } catch (error) {
      // A whole publish went by between the two reads: readers ask once more, and only for this code.
      expect((error as BundleError).code).toBe('signature-wrong');
      crossed += 1;
    }
  }
  expect(crossed).toBeLessThan(seen.size);
}, 60_000);
