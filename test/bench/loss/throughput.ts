import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { type Database, openIntake } from '../../../desk/intake/index.ts';
import { type Inquiry, inquiryHash } from '../../../shared/inquiry/index.ts';
import { CONSENT, receiptKeys, sampleInquiry } from '../../unit/inquiry/samples.ts';
import { startPostgres } from '../../unit/intake/postgres.ts';
import type { LoadArguments } from './load-process.ts';
import { LIMITS } from './terms.ts';

const LOAD = fileURLToPath(new URL('./load-process.ts', import.meta.url));
const COUNT = 400;
const AT_ONCE = 8;
const ROUNDS = 7;
const WARM_UP = 2;
const TARGET = 0.4;

/**
 * Inquiries a second that the desk takes in over HTTP (parsed, proof verified, hashed, checked, signed, committed),
 * beside the rows a second that the same database commits when the same rows are simply inserted, one transaction an
 * inquiry. Both in turn, in one run, in one process; the load comes from another one.
 */
export async function throughput(stores: ('pglite' | 'postgres')[]): Promise<boolean> {
  let good = true;
  for (const store of stores)
    for (const fileBytes of [0, 20_000]) {
      const { raw, intake, ratio } = await measure(store, fileBytes);
      good &&= ratio >= TARGET;
      const what = fileBytes ? `with a file of ${fileBytes / 1000} kB` : 'without files';
      console.log(
        `${store}, ${what}: ${intake.toFixed(0)} inquiries/s, ${raw.toFixed(0)} raw inserts/s, ratio ${ratio.toFixed(2)} (target >= ${TARGET})`,
      );
    }
  return good;
}

async function measure(store: 'pglite' | 'postgres', fileBytes: number) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'giljabi-throughput-'));
  const server = store === 'postgres' ? await startPostgres() : null;
  const keys = await receiptKeys();
  const intake = await openIntake({
    ...{ dataDir: path.join(home, 'store'), databaseUrl: await server?.fresh() },
    ...{ receiptKey: keys.privateKey, settings: { limits: LIMITS, consent: CONSENT } },
    ...{ allowedOrigins: [], log: () => {}, rate: 10 ** 9, proof: { cost: 1, tries: 1, life: 600_000 } },
  });
  const desk = serve({ fetch: intake.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => desk.once('listening', resolve));
  const url = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
  const load = startLoad({ url, count: COUNT, atOnce: AT_ONCE, fileBytes });
  try {
    const rounds: { raw: number; intake: number; ratio: number }[] = [];
    // The first rounds warm up and do not count.
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      await load.prepare();
      const raw = await rawRate(intake.store.database, fileBytes);
      const taken = COUNT / (await load.send());
      if (round >= WARM_UP) rounds.push({ raw, intake: taken, ratio: taken / raw });
    }
    // The two of a round had the same machine, however busy it was.
    return {
      raw: median(rounds.map(({ raw }) => raw)),
      intake: median(rounds.map(({ intake: taken }) => taken)),
      ratio: median(rounds.map(({ ratio }) => ratio)),
    };
  } finally {
    await load.stop();
    (desk as { closeAllConnections?: () => void }).closeAllConnections?.();
    await new Promise((resolve) => desk.close(resolve));
    await intake.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** The rows of `COUNT` inquiries, straight into the tables; everything but the inserts is done before. */
async function rawRate(db: Database, fileBytes: number): Promise<number> {
  const bytes = new Uint8Array(randomBytes(fileBytes));
  const files = fileBytes ? [new File([bytes], '화면.png')] : [];
  const rows: { inquiry: Inquiry; hash: string; number: string }[] = [];
  for (let nth = 0; nth < COUNT; nth++) {
    const inquiry = await sampleInquiry({}, files);
    rows.push({ inquiry, hash: await inquiryHash(inquiry), number: `raw-${inquiry.id}` });
  }
  // As long as a real one.
  const receipt = JSON.stringify({ ...rows[0], inquiry: undefined, received: new Date().toISOString() });
  const signature = Buffer.alloc(64).toString('base64');
  const now = new Date();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = rows.pop(); next; next = rows.pop()) {
        const { inquiry, hash, number } = next;
        await db.transaction(async (sql) => {
          await sql.query(
            `insert into inquiries (id, number, hash, received, keep_until, lang, email, summary, company, phone,
               detail, consent, context, receipt, signature)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
            [
              ...[inquiry.id, number, hash, now, now, inquiry.lang, inquiry.email, inquiry.summary],
              ...[inquiry.company, inquiry.phone, inquiry.detail, JSON.stringify(inquiry.consent)],
              ...[JSON.stringify(inquiry.context), receipt, signature],
            ],
          );
          for (const [position, file] of inquiry.files.entries())
            await sql.query(
              `insert into attachments (inquiry, position, name, type, size, hash, bytes)
               values ($1, $2, $3, $4, $5, $6, $7)`,
              [inquiry.id, position, file.name, file.type, file.size, file.hash, bytes],
            );
        });
      }
    }),
  );
  return COUNT / ((performance.now() - started) / 1000);
}

function startLoad(given: LoadArguments) {
  const child = spawn(process.execPath, [LOAD, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @throws Error when the load ended instead */
  async function answer(): Promise<string> {
    child.stdin.write('\n');
    const { value, done } = await lines.next();
    if (done) throw new Error('the load ended before its round was over');
    return value;
  }
  return {
    prepare: answer,
    /** Seconds that what was prepared took. */
    send: async () => Number(await answer()),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve(null);
        child.once('exit', resolve);
        child.stdin.end();
      }),
  };
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
