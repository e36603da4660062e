import { openStore, type StorePlace } from '../../../desk/intake/index.ts';
import { inquiryHash, type StoredReceipt, sha256Hex, verifyReceipt } from '../../../shared/inquiry/index.ts';
import type { Kept } from './client-process.ts';

export interface Verdict {
  kept: number;
  stored: number;
  /** Kept, and not in the store as it was kept. */
  lost: number;
  /** Stored more than once, or never kept by anybody. */
  duplicated: number;
  /** Of the clients' receipts: signed by the desk's key for that very inquiry, and the one that the store has. */
  verified: number;
  /** Uploads that were left over; they expire by themselves. */
  leftOver: number;
}

/** What is in the store beside what people were told: everything is read back and hashed again. */
export async function judge(
  place: StorePlace,
  receiptKey: string,
  clients: { kept: Kept[]; receipts: StoredReceipt[] }[],
): Promise<Verdict> {
  const store = await openStore(place);
  try {
    const receipts = new Map(clients.flatMap((one) => one.receipts).map((receipt) => [receipt.id, receipt]));
    const kept = new Map(clients.flatMap((one) => one.kept).map((one) => [one.id, one.hash]));
    for (const { id, receipt } of receipts.values()) if (!kept.has(id)) kept.set(id, receipt.hash);
    const marks = new Map<string, number>();
    const numbers = new Set<string>();
    let stored = 0;
    let whole = 0;
    let strangers = 0;
    let verified = 0;
    let before: { received: string; number: string } | undefined;
    for (;;) {
      const page = await store.list({ limit: 200, ...(before ? { before } : {}) });
      for (const { id, number, summary } of page) {
        stored += 1;
        numbers.add(number);
        marks.set(summary, (marks.get(summary) ?? 0) + 1);
        if (!kept.has(id)) strangers += 1;
        const found = await store.find(id);
        if (!found) continue;
        let same = (await inquiryHash(found.inquiry)) === kept.get(id);
        for (const [position, { hash }] of found.inquiry.files.entries()) {
          const bytes = await store.file(id, position);
          same &&= bytes !== null && (await sha256Hex(bytes.slice())) === hash;
        }
        if (same) whole += 1;
        const receipt = receipts.get(id);
        if (!receipt || receipt.signed.receipt !== found.signed.receipt) continue;
        const proved = await verifyReceipt(receipt.signed, receiptKey, found.inquiry).catch(() => null);
        if (proved?.number === number) verified += 1;
      }
      before = page.at(-1);
      if (!before) break;
    }
    const copies = [...marks.values()].reduce((sum, count) => sum + count - 1, 0);
    const [left] = await store.database.query<{ n: string }>('select count(*) as n from uploads');
    return {
      ...{ kept: kept.size, stored, verified, leftOver: Number(left!.n) },
      lost: kept.size - whole,
      duplicated: Math.max(copies, strangers, stored - numbers.size),
    };
  } finally {
    await store.close();
  }
}
