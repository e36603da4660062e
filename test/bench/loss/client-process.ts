// One person's machine, to be killed: `node client-process.ts <json of ClientArguments>`.
import { appendFileSync, fsyncSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { flush, inquiryHash } from '../../../shared/inquiry/index.ts';
import { childArgument } from './child.ts';
import { compose } from './compose.ts';
import { diskOutbox } from './disk-outbox.ts';
import { between, randomFrom } from './random.ts';

export interface ClientArguments {
  client: number;
  dir: string;
  count: number;
  seed: number;
  desk: { url: string; receiptKey: string };
}
const DIED_IN_FETCH = 75;
/** A line of the journal: what the person was told is kept. */
export interface Kept {
  id: string;
  hash: string;
  nth: number;
}

// Node's own fetch throws outside of every promise when an answer breaks off in a bad moment (undici: "ReadableStream
// is already closed"); no browser does. The client dies of it and starts again, like one that was killed.
process.once('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code === 'ERR_INVALID_STATE') process.exit(DIED_IN_FETCH);
  console.error(error);
  process.exit(1);
});

const { client, dir, count, seed, desk } = childArgument<ClientArguments>();
const box = await diskOutbox(dir);
const journal = path.join(dir, 'journal');
const kept = new Set(
  (await readFile(journal, 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as Kept).nth),
);
// Killed between the outbox and the journal: it is kept all the same.
for (const { inquiry } of box.entries.values()) kept.add(Number(inquiry.summary.split('-')[1]));
for (const { summary } of await box.allReceipts()) kept.add(Number(summary.split('-')[1]));
const random = randomFrom(seed + kept.size);
const file = openSync(journal, 'a');

/** Sends all that waits, as if the person pressed "send now" (back-off has its own test). */
async function send(): Promise<void> {
  // Two clicks: the second flush finds what the first has left.
  const flushes = Array.from({ length: random() < 0.2 ? 2 : 1 }, () =>
    flush(box, desk, { force: true, locks: null }),
  );
  for (const { sent } of await Promise.all(flushes))
    for (const { result } of sent) {
      if (result.state === 'received') console.log('received');
      if (result.state === 'refused') console.log(`refused ${result.error.code}`);
    }
}

for (let nth = 0; nth < count; nth++) {
  if (kept.has(nth)) continue;
  const { inquiry, files } = await compose(client, nth, random);
  await box.put(inquiry, files);
  // Pressed twice.
  if (random() < 0.2) await box.put(inquiry, files);
  appendFileSync(
    file,
    `${JSON.stringify({ id: inquiry.id, hash: await inquiryHash(inquiry), nth } satisfies Kept)}\n`,
  );
  fsyncSync(file);
  await send();
}
while (box.entries.size > 0) {
  await send();
  await sleep(between(random, 20, 150));
}
console.log('done');
process.stdin.destroy();
