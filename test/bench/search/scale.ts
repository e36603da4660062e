import { mkdtempSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { openPglite } from '../../../desk/intake/store/pglite.ts';
import { openPostgres } from '../../../desk/intake/store/postgres.ts';
import { openDeskSearch } from '../../../desk/search/index.ts';
import {
  createIndex,
  type Document,
  loadIndex,
  loadParts,
  type Port,
  remoteSearch,
  search,
  serialize,
} from '../../../shared/search/index.ts';
import { postgresMissing, startPostgres } from '../../unit/intake/postgres.ts';
import { corpora } from './corpora.ts';
import { keystrokes } from './corrupt.ts';
import { percentile } from './measure.ts';
import { synthetic } from './synthetic.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const PARTS = 20;
/** The best of these is told: a busy machine interrupts. */
const PASSES = [1, 2, 3];

/** Where a reader's machine stops being the right place: the engine on one thread and in a worker, in parts, and the desk. */
export async function scale(quick: boolean): Promise<void> {
  const real = corpora().flatMap(({ corpus }) => corpus.documents);
  for (const count of quick ? [1000, 10_000] : [1000, 10_000, 50_000, 100_000]) {
    const documents = synthetic(real, count);
    const strokes = documents
      .filter((_, i) => i % Math.floor(count / 40) === 0)
      .flatMap(({ title }) => keystrokes(title).slice(4))
      .filter((_, i) => i % 3 === 0);
    console.log(`\n## ${count} documents, ${strokes.length} keystrokes`);
    const bytes = stored(documents);
    await onOneThread(bytes, strokes);
    await inWorker(bytes, strokes);
    inParts(documents);
    await onDesk('PostgreSQL', documents, strokes);
    if (count <= 10_000) await onDesk('PGlite', documents, strokes);
  }
}

/** Apart, so that nothing else of the making is still in memory when it is measured. */
const stored = (documents: readonly Document[]): Uint8Array => serialize(createIndex(documents));

async function onOneThread(bytes: Uint8Array, strokes: readonly string[]): Promise<void> {
  await setTimeout(50);
  collect();
  const before = used();
  const [index, loaded] = timed(() => loadIndex(bytes));
  const again = Math.min(...PASSES.map(() => timed(() => loadIndex(bytes))[1]));
  const first = strokes.map((text) => timed(() => search(index, text))[1]);
  const times = strokes.map((text) => Math.min(...PASSES.map(() => timed(() => search(index, text))[1])));
  collect();
  console.log(
    `one thread  ${(bytes.length / 1e6).toFixed(2)} MB, loaded in ${ms(again)} (at first ${ms(loaded)}), ${((used() - before) / 1e6).toFixed(0)} MB of memory; key p50 ${ms(percentile(times, 0.5))} p95 ${ms(percentile(times, 0.95))} worst at first ${ms(Math.max(...first))}`,
  );
  // The index is in use until here, or its memory would not be counted.
  search(index, '');
}

/** How long an answer takes by message, and how long the page itself is held up: sending, and taking the answer in. */
async function inWorker(bytes: Uint8Array, strokes: readonly string[]): Promise<void> {
  const worker = new Worker(new URL('./scale-worker.ts', import.meta.url));
  const port: Port = {
    postMessage: (message) => worker.postMessage(message),
    addEventListener: (_, listener) => worker.on('message', (data) => listener({ data })),
  };
  const remote = remoteSearch(port);
  const start = performance.now();
  await remote.load(bytes);
  const loaded = performance.now() - start;
  const answered: number[] = [];
  const held: number[] = [];
  for (const text of strokes) {
    const answers: number[] = [];
    const holds: number[] = [];
    for (const _ of PASSES) {
      const asked = performance.now();
      const [answer, sending] = timed(() => remote.search(text));
      const hits = await answer;
      answers.push(performance.now() - asked);
      // What comes by message is copied on both sides; the copy here is the page's.
      holds.push(sending + timed(() => structuredClone(hits))[1]);
    }
    answered.push(Math.min(...answers));
    held.push(Math.min(...holds));
  }
  await worker.terminate();
  console.log(
    `in a worker loaded in ${ms(loaded)}; answer p50 ${ms(percentile(answered, 0.5))} p95 ${ms(percentile(answered, 0.95))}, of which the page is held up p95 ${ms(percentile(held, 0.95))}`,
  );
}

function inParts(documents: readonly Document[]): void {
  const parts = Array.from({ length: PARTS }, (_, part) =>
    stored(documents.filter((_, i) => i % PARTS === part)),
  );
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const joined = Math.min(...PASSES.map(() => timed(() => loadParts(parts))[1]));
  console.log(
    `${PARTS} parts    ${(size / 1e6).toFixed(2)} MB, loaded as one in ${ms(joined)}; then as one thread above`,
  );
}

async function onDesk(kind: 'PostgreSQL' | 'PGlite', documents: Document[], strokes: readonly string[]) {
  const missing = kind === 'PostgreSQL' ? postgresMissing() : null;
  if (missing) return console.log(`${kind}: left out, ${missing}`);
  const server = kind === 'PostgreSQL' ? await startPostgres() : null;
  const folder = mkdtempSync('/tmp/giljabi-scale-');
  const database = server ? await openPostgres(await server.fresh()) : await openPglite(folder);
  const desk = await openDeskSearch(database);
  const start = performance.now();
  await desk.put(documents);
  const put = performance.now() - start;
  await desk.count();
  const counted = performance.now() - start - put;
  const [{ size = 0 } = {}] = await database.query<{ size: number }>(
    "select sum(pg_total_relation_size(oid))::float as size from pg_class where relname like 'giljabi\\_search%' and relkind = 'r'",
  );
  const times: number[] = [];
  for (const text of strokes.filter((_, i) => i % 5 === 0)) {
    const passes: number[] = [];
    for (const _ of PASSES) {
      const asked = performance.now();
      await desk.search(text);
      passes.push(performance.now() - asked);
    }
    times.push(Math.min(...passes));
  }
  await database.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${kind.padEnd(11)} ${(size / 1e6).toFixed(0)} MB on disk, put in ${(put / 1000).toFixed(1)} s and counted in ${(counted / 1000).toFixed(1)} s; answer p50 ${ms(percentile(times, 0.5))} p95 ${ms(percentile(times, 0.95))}`,
  );
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
