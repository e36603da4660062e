import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../../desk/intake/index.ts';
import {
  type Inquiry,
  type Receipt,
  type SignedReceipt,
  verifyReceipt,
} from '../../../shared/inquiry/index.ts';
import { receiptKeys, sampleInquiry } from '../inquiry/samples.ts';
import { post, tempDir } from './desk.ts';

const DESK = fileURLToPath(new URL('./desk-process.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function startProcess(dataDir: string, jwk: unknown): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', DESK, dataDir, JSON.stringify(jwk)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
  });
  return { url, child };
}

it('a desk that is killed under load has every inquiry that it acknowledged', async () => {
  const home = await tempDir();
  const keys = await receiptKeys();
  const acknowledged = new Map<string, { inquiry: Inquiry; receipt: Receipt; file: File }>();
  let unanswered = 0;
  for (const killAfter of [1, 25, 60]) {
    const { url, child } = await startProcess(home.dir, keys.jwk);
    const target = acknowledged.size + killAfter;
    let dead = false;
    const gone = once(child, 'exit');
    const sender = async () => {
      while (!dead) {
        const file = new File([crypto.getRandomValues(new Uint8Array(20_000))], 'a.log');
        const inquiry = await sampleInquiry({}, [file]);
        try {
          const response = await post(url, inquiry, [file]);
          expect(response.status).toBe(201);
          const receipt = await verifyReceipt((await response.json()) as SignedReceipt, keys.public, inquiry);
          acknowledged.set(inquiry.id, { inquiry, receipt, file });
        } catch (error) {
          if (!dead) throw error;
          unanswered += 1;
        }
        // In the middle of what the others have on the way.
        if (acknowledged.size >= target && !dead) dead = child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: 6 }, sender));
    await gone;
  }

  const store = await openStore({ dataDir: home.dir });
  for (const [id, { inquiry, receipt, file }] of acknowledged) {
    const stored = await store.find(id);
    expect(stored?.inquiry).toEqual(inquiry);
    expect(JSON.parse(stored!.signed.receipt)).toEqual(receipt);
    expect(Buffer.compare((await store.file(id, 0))!, Buffer.from(await file.arrayBuffer()))).toBe(0);
  }
  const numbers = (await store.list({ limit: 1000 })).map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(acknowledged.size).toBeGreaterThanOrEqual(86);
  // Otherwise the kill was not in the middle of anything.
  expect(unanswered).toBeGreaterThan(0);
  await store.close();
  await home.remove();
}, 180_000);
