/**
 * `npm run bench:loss`: inquiries through faults, on both stores. `--count 200`, `--store pglite`, `--seed 7`,
 * `--no-tabs` without a browser, `--verbose` tells every fault. `npm run bench:loss -- throughput` measures speed.
 */
import { parseArgs } from 'node:util';
import { postgresMissing } from '../../unit/intake/postgres.ts';
import { type FaultReport, faultRun } from './fault-run.ts';
import { throughput } from './throughput.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '20261122' },
    store: { type: 'string', default: 'both' },
    tabs: { type: 'boolean', default: true },
    verbose: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const missing = postgresMissing();
const stores = (['pglite', 'postgres'] as const).filter((store) => {
  if (values.store !== 'both' && values.store !== store) return false;
  if (store === 'postgres' && missing) console.log(`postgres: skipped, ${missing}`);
  return store !== 'postgres' || !missing;
});

async function loss(): Promise<boolean> {
  const count = Number(values.count);
  let good = true;
  for (const store of stores) {
    const report = await faultRun({
      ...{ store, count, clients: 4, events: Math.ceil(count / 25), seed: Number(values.seed) },
      fromTabs: values.tabs ? Math.floor(count / 10) : 0,
      ...(values.verbose ? { tell: (line: string) => console.log(`  ${line}`) } : {}),
    });
    print(store, report);
    good &&= report.lost === 0 && report.duplicated === 0 && report.verified === report.kept;
  }
  return good;
}

function print(store: string, report: FaultReport): void {
  const { kept, stored, lost, duplicated, verified, leftOver, seconds, faults } = report;
  const desks = store === 'postgres' ? 'PostgreSQL, two desks on one database' : 'PGlite, one desk';
  console.log(`\n${desks}: ${kept} inquiries kept by people, ${stored} stored, ${seconds.toFixed(0)} s`);
  console.log(`  lost ${lost}, duplicated ${duplicated}, receipts verified ${verified} of ${kept}`);
  console.log(
    `  ${Object.entries(faults)
      .map(([fault, times]) => `${fault} ${times}`)
      .join(', ')}`,
  );
  if (leftOver) console.log(`  ${leftOver} uploads left over, which expire in a day`);
}

const good = positionals[0] === 'throughput' ? await throughput(stores) : await loss();
if (!good) {
  console.log('\nThe target was missed.');
  process.exitCode = 1;
}
