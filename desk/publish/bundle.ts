import type { Manifest, PartRef } from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import { directoryStore } from './directory.ts';
import { type KeyPair, sign } from './keys.ts';
import { claimedVersion, type Previous, readPrevious } from './previous.ts';
import type { Progress } from './progress.ts';
import { memoryStage, refOf, type Stage } from './stage.ts';
import type { BundleStore } from './store.ts';
import { raiseVersion, readVersions } from './versions.ts';

export type PartBytes = Map<string, Uint8Array>;

/** Keys in one order, so that the same content always gives the same bytes. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A bundle that is ready to be signed: all its parts are staged. */
export interface Ready {
  /** What the manifest will list. */
  parts: PartRef[];
  /** What each of the shelves among them lists, by the shelf's hash. */
  shelved: ReadonlyMap<string, readonly PartRef[]>;
  stage: Stage;
}

export interface ReleaseOptions {
  key: KeyPair;
  /** Until the bundle calls itself old. */
  days: number;
  /** File of `Versions`; without one only the store knows what was published. */
  versions?: string;
  /** The next version is above this one: said by a person where nobody else knows. */
  versionFloor?: number;
  draft?: true;
  /** Is told how far the work has come. */
  told?: Progress | undefined;
  /** Called once everything is known and before anything is written; false stops here. */
  confirm?: (plan: Plan) => Promise<boolean> | boolean;
}

export interface Plan {
  manifest: Manifest;
  previous: Previous | null;
  refs: Map<string, PartRef>;
  /** Names of parts against the version before. */
  added: string[];
  changed: string[];
  removed: string[];
  /** There is something to write. */
  news: boolean;
}
export type Published = Plan;

/**
 * Writes parts, then the signature, then the manifest (clause 8.2): a reader at any moment sees the old bundle or the
 * new one. Publishing the same content again changes no byte until half of its time to expiry has passed (8.3); parts
 * that were lost or damaged are mended.
 * @throws Expected when somebody else is publishing, or nobody knows which version comes next
 */
export async function release(store: BundleStore, ready: Ready, options: ReleaseOptions): Promise<Published> {
  const unlock = await store.lock();
  try {
    const plan = await planOf(store, ready, options);
    if (options.confirm && !(await options.confirm(plan))) return plan;
    await putParts(store, ready, options.told);
    if (!plan.news) return plan;
    // Said before it is done: a version that was spoken of is never used twice.
    if (options.versions) await raiseVersion(options.versions, options.key.id, plan.manifest.version);
    const bytes = jsonBytes(plan.manifest);
    await store.write('manifest.sig', await signatures(bytes, plan.previous, options.key));
    await store.write('manifest.json', bytes);
    const kept = [...plan.refs.values(), ...(plan.previous?.refs.values() ?? [])];
    await store.sweep(new Set(kept.map(({ hash }) => hash)));
    return plan;
  } finally {
    await unlock();
  }
}

async function planOf(store: BundleStore, ready: Ready, options: ReleaseOptions): Promise<Plan> {
  const { key, days } = options;
  const refs = new Map(everyRef(ready).map((ref) => [ref.name, ref]));
  const previous = await readPrevious(store, key, ready.shelved);
  const old = previous?.refs ?? new Map<string, PartRef>();
  const added = [...refs.keys()].filter((name) => !old.has(name)).sort();
  const changed = [...refs.values()]
    .filter((ref) => old.has(ref.name) && old.get(ref.name)!.hash !== ref.hash)
    .map(({ name }) => name)
    .sort();
  const removed = [...old.keys()].filter((name) => !refs.has(name)).sort();
  const now = new Date();
  const before = previous?.manifest.key === key.id ? previous.manifest : null;
  const fresh = before && new Date(before.expires).getTime() - now.getTime() > days * 43_200_000;
  const same = added.length + changed.length + removed.length === 0;
  if (before && fresh && same)
    return { manifest: before, previous, refs, added, changed, removed, news: false };
  const manifest: Manifest = {
    format: 1,
    key: key.id,
    version: (await lastVersion(store, before, options)) + 1,
    published: now.toISOString(),
    expires: new Date(now.getTime() + days * 86_400_000).toISOString(),
    parts: [...ready.parts].sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...(options.draft && { draft: true as const }),
  };
  return { manifest, previous, refs, added, changed, removed, news: true };
}

/** Highest version that this key may have signed, as far as anybody here knows. */
async function lastVersion(
  store: BundleStore,
  before: Manifest | null,
  { key, versions: file, versionFloor }: ReleaseOptions,
): Promise<number> {
  const versions = file ? await readVersions(file) : {};
  // A new key goes on counting where its forerunners were, as far as its own house knows: what stands in the store
  // may be a thief's (clause 4.5).
  const forerunners = (key.handovers ?? []).map(({ old }) => versions[old.id] ?? 0);
  const known = Math.max(
    before?.version ?? 0,
    await claimedVersion(store, key),
    versions[key.id] ?? 0,
    ...forerunners,
  );
  if (versionFloor !== undefined) {
    if (versionFloor >= known) return versionFloor;
    throw new Expected({
      ko: `이 키로 이미 ${known}판까지 발행했습니다. --version-floor에는 ${known} 이상을 쓰십시오.`,
      en: `This key has published up to version ${known}: give --version-floor ${known} or more.`,
    });
  }
  if (known > 0 || !file || key.native || key.id in versions) return known;
  throw new Expected({
    ko: `이 키(${key.id})로 몇 판까지 발행했는지 여기서는 알 수 없습니다. 읽는 이들은 예전 판을 받지 않으므로, 마지막 판 번호를 --version-floor N으로 알려 주십시오(발행한 적이 없으면 0).`,
    en: `Nobody here knows which version this key (${key.id}) published last, and readers refuse to go back. Say it with --version-floor N (0 if it never published).`,
  });
}

/** The manifest's own come last: what it says counts. */
const everyRef = ({ parts, shelved }: Ready): PartRef[] => [...[...shelved.values()].flat(), ...parts];

async function putParts(store: BundleStore, ready: Ready, told: ReleaseOptions['told']): Promise<void> {
  const { stage } = ready;
  const all = new Map(everyRef(ready).map((ref) => [ref.hash, ref]));
  const waiting = all.values();
  let done = 0;
  const work = async () => {
    for (const ref of waiting) {
      const source = stage.file(ref);
      if (!(await store.has(ref, source))) await store.putPart(ref, () => stage.get(ref), source);
      told?.('put', ++done, all.size);
    }
  };
  // All of them take from the same list.
  await Promise.all(Array.from({ length: store.abreast }, work));
}

/** A line for the new manifest, one for the manifest that is still there, and all handovers (clauses 8.2 and 4.7). */
async function signatures(bytes: Uint8Array, previous: Previous | null, key: KeyPair): Promise<Uint8Array> {
  const line = async (content: Uint8Array) => `ed25519 ${key.id} ${await sign(content, key)}\n`;
  const lines = [await line(bytes)];
  // Not the file's own first line: after a publish that was stopped half-way that one fits no manifest at all.
  if (previous?.manifest.key === key.id) lines.push(await line(previous.bytes));
  for (const handover of key.handovers ?? []) lines.push(handover.line);
  return new TextEncoder().encode(lines.join(''));
}

/** Publishes parts that are in memory into a directory; all of them listed by the manifest itself. */
export async function writeBundle(
  dir: string,
  parts: PartBytes,
  key: KeyPair,
  days: number,
): Promise<Published> {
  const stage = memoryStage();
  const refs: PartRef[] = [];
  for (const [name, bytes] of parts) {
    const ref = await refOf(name, bytes);
    await stage.put(ref, bytes);
    refs.push(ref);
  }
  return release(directoryStore(dir), { parts: refs, shelved: new Map(), stage }, { key, days });
}
