import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Inquiry,
  type MemoryOutbox,
  memoryOutbox,
  type OutboxEntry,
  type StoredReceipt,
} from '../../../shared/inquiry/index.ts';

/**
 * The outbox of `shared/inquiry` with a folder in place of IndexedDB, which Node does not have: an entry counts when
 * it is on disk, and a receipt is on disk before its entry leaves. Survives `kill -9`.
 */
export async function diskOutbox(
  dir: string,
): Promise<MemoryOutbox & { allReceipts(): Promise<StoredReceipt[]> }> {
  const entries = path.join(dir, 'entries');
  const receipts = path.join(dir, 'receipts');
  for (const folder of [entries, receipts]) await mkdir(folder, { recursive: true });

  async function write(target: string, data: string | Uint8Array): Promise<void> {
    const file = await open(`${target}.new`, 'w');
    await file.writeFile(data);
    await file.sync();
    await file.close();
    await rename(`${target}.new`, target);
  }

  const box = memoryOutbox(dir, async ({ entry, gone, receipt }) => {
    if (receipt) await write(path.join(receipts, receipt.id), JSON.stringify(receipt));
    if (gone) await rm(path.join(entries, gone), { recursive: true, force: true });
    if (!entry) return;
    const folder = path.join(entries, entry.inquiry.id);
    await mkdir(folder, { recursive: true });
    for (const [index, file] of entry.files.entries())
      await write(path.join(folder, String(index)), new Uint8Array(await file.arrayBuffer()));
    // Last: what has no inquiry was never kept.
    await write(path.join(folder, 'inquiry.json'), JSON.stringify(entry.inquiry));
  });

  const arrived = new Set(await readdir(receipts));
  for (const id of await readdir(entries)) {
    const folder = path.join(entries, id);
    const text = await readFile(path.join(folder, 'inquiry.json'), 'utf8').catch(() => null);
    if (arrived.has(id) || text === null) await rm(folder, { recursive: true, force: true });
    else box.entries.set(id, await revive(JSON.parse(text), folder));
  }

  return {
    ...box,
    async allReceipts() {
      const ids = (await readdir(receipts)).filter((id) => !id.endsWith('.new'));
      return Promise.all(ids.map(async (id) => JSON.parse(await readFile(path.join(receipts, id), 'utf8'))));
    },
  };
}

async function revive(inquiry: Inquiry, folder: string): Promise<OutboxEntry> {
  const files = await Promise.all(
    inquiry.files.map(
      async (_, index) => new Blob([new Uint8Array(await readFile(path.join(folder, String(index))))]),
    ),
  );
  return {
    ...{ inquiry, files, state: 'waiting', created: 0, attempts: 0, nextAttempt: 0 },
    ...{ reason: null, error: null },
  };
}
