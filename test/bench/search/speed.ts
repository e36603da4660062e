import { gzipSync } from 'node:zlib';
import { createIndex, type Document, loadIndex, search, serialize } from '../../../shared/search/index.ts';
import { corpora } from './corpora.ts';
import { keystrokes } from './corrupt.ts';
import { type Ask, percentile } from './measure.ts';
import { rivals } from './rivals.ts';
import { synthetic } from './synthetic.ts';

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(7);

/** Best of two for each keystroke of forty titles. */
function perKey(ask: Ask, strokes: readonly string[]): number[] {
  const best = strokes.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < 2; pass++) {
    strokes.forEach((text, i) => {
      const start = performance.now();
      ask(text);
      best[i] = Math.min(best[i]!, performance.now() - start);
    });
  }
  return best;
}

export async function speed(quick: boolean): Promise<void> {
  const real = corpora().flatMap(({ corpus }) => corpus.documents);
  for (const count of quick ? [1000, 10_000] : [1000, 10_000, 50_000]) {
    const documents = synthetic(real, count);
    const strokes = documents
      .filter((_, i) => i % Math.floor(count / 40) === 0)
      .flatMap(({ title }) => keystrokes(title).slice(4));
    const few = strokes.filter((_, i) => i % 20 === 0);
    console.log(
      `\n## ${count} documents of ${Math.round(lengthOf(documents) / count)} characters, ${strokes.length} keystrokes`,
    );
    const mine = ourRow(documents, strokes);
    for (const engine of rivals) {
      if (engine.slow && count > 10_000) continue;
      const cpu = process.cpuUsage();
      const ask = await engine.build(documents);
      const built = cpuSince(cpu);
      const times = perKey(ask, engine.slow ? few : strokes);
      console.log(
        `${engine.name.padEnd(24)} key p50 ${ms(percentile(times, 0.5))} p95 ${ms(percentile(times, 0.95))} ms, build ${ms(built)} ms of CPU, ${(percentile(times, 0.5) / mine).toFixed(1)} x our p50`,
      );
    }
  }
}

const lengthOf = (documents: readonly Document[]): number =>
  documents.reduce((sum, { title, body }) => sum + title.length + body.length, 0);
const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

function ourRow(documents: readonly Document[], strokes: readonly string[]): number {
  const cpu = process.cpuUsage();
  const made = createIndex(documents);
  const built = cpuSince(cpu);
  const bytes = serialize(made);
  const text = gzipSync(documents.map(({ title, body }) => `${title}\n${body}`).join('\n')).length;
  const loads: number[] = [];
  let index = made;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    index = loadIndex(bytes);
    loads.push(performance.now() - start);
  }
  const times = perKey((query) => search(index, query).map(({ id }) => id), strokes);
  const p50 = percentile(times, 0.5);
  console.log(
    `${'giljabi'.padEnd(24)} key p50 ${ms(p50)} p95 ${ms(percentile(times, 0.95))} ms, build ${ms(built)} ms of CPU (${ms((built / documents.length) * 1000)} per 1,000)`,
  );
  console.log(
    `${''.padEnd(24)} stored ${(bytes.length / 1024).toFixed(0)} KB = ${(bytes.length / text).toFixed(2)} x the gzipped text (gzipped again ${(gzipSync(bytes).length / text).toFixed(2)}), loaded in ${ms(loads[0]!)} ms first, ${ms(Math.min(...loads))} ms at best of five`,
  );
  return p50;
}
