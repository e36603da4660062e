import { randomBytes } from 'node:crypto';
import { deliverMigrations, enqueueNew, type Reply } from '../../../desk/deliver/index.ts';
import { type OnAdded, openStore, type Store, type StorePlace } from '../../../desk/intake/index.ts';
import { type Inquiry, inquiryHash } from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { tempDir } from '../intake/desk.ts';

/** A store on PGlite in a temporary folder, or on the given database, with the tables of the deliveries. */
export async function openTestStore(databaseUrl?: string) {
  const home = await tempDir();
  const place: StorePlace & { migrations: URL[] } = {
    dataDir: home.dir,
    databaseUrl,
    migrations: [deliverMigrations],
  };
  const store = await openStore(place);
  return {
    store,
    place,
    async close() {
      await store.close();
      await home.remove();
    },
  };
}

/** Stores an inquiry as the intake does, with what `onAdded` writes beside it. */
export async function addInquiry(
  store: Store,
  over: Partial<Inquiry> = {},
  files: File[] = [],
  onAdded: OnAdded = enqueueNew,
): Promise<Inquiry> {
  const inquiry = await sampleInquiry(over, files);
  const received = new Date();
  await store.add({
    inquiry,
    hash: await inquiryHash(inquiry),
    files: await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))),
    received,
    keepUntil: new Date(received.getTime() + 86_400_000),
    sign: async (receipt) => ({ receipt: JSON.stringify(receipt), signature: 'c2ln' }),
    also: onAdded,
  });
  return inquiry;
}

export const sampleFile = (name = '메일 로그.log', size = 3000): File =>
  new File([new Uint8Array(randomBytes(size))], name, { type: 'text/plain' });

/** Replies as the room that owns them would tell of them. */
export function replyBook() {
  const replies = new Map<string, Reply>();
  return {
    add(reply: Omit<Reply, 'id' | 'at'>): Reply {
      const whole = { ...reply, id: crypto.randomUUID(), at: new Date() };
      replies.set(whole.id, whole);
      return whole;
    },
    read: async (_: unknown, id: string) => replies.get(id) ?? null,
  };
}

/** Resolves when `probe` gives something truthy; the test's own time limit is the only one. */
export async function until<T>(probe: () => Promise<T> | T): Promise<Exclude<T, false | null | undefined>> {
  for (;;) {
    const found = await probe();
    if (found) return found as Exclude<T, false | null | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
