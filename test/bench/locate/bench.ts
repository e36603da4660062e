/**
 * `npm run bench:locate`: ours beside what others do, on pages that the weights were not fitted on.
 * `--ours` leaves the others out, `--all` takes every family, `--rounds 2` evolves every page twice, `--seed 7` other changes.
 */
import { parseArgs } from 'node:util';
import type { Told } from './inside/compare.ts';
import { openLab } from './lab.ts';
import { HELD_OUT, plans } from './plans.ts';
import { rivalScripts } from './rivals.ts';
import { speed } from './speed.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1000003' },
    all: { type: 'boolean', default: false },
    ours: { type: 'boolean', default: false },
  },
});
const planned = plans(
  Number(values.rounds),
  Number(values.seed),
  (family) => values.all || HELD_OUT.includes(family),
);
const lab = await openLab('compare.ts', values.ours ? [] : await rivalScripts());
const told: (Told & { family: string })[] = [];
for (const [at, { family, plan }] of planned.entries()) {
  const placed = {
    ...plan,
    old: lab.url(plan.old),
    ...(plan.new ? { new: lab.url(plan.new) } : {}),
    ...(plan.wrong ? { wrong: lab.url(plan.wrong) } : {}),
  };
  const some = (await lab.page.evaluate(
    (given, alone) =>
      (globalThis as unknown as { compare(plan: unknown, alone: boolean): unknown }).compare(given, alone),
    placed,
    values.ours,
  )) as Told[];
  told.push(...some.map((one) => ({ ...one, family })));
  if (at % 20 === 19) console.error(`${at + 1} of ${planned.length} pages`);
}
const times = await speed(lab);
await lab.close();

const locators = [...new Set(told.map((one) => one.locator))];
const percent = (some: Told[], said: Told['said']): string =>
  (some.length === 0
    ? '-'
    : ((100 * some.filter((one) => one.said === said).length) / some.length).toFixed(1)
  ).padStart(6);
const answered = (some: Told[]): string =>
  (some.length === 0
    ? '-'
    : ((100 * some.filter((one) => one.said !== 'none').length) / some.length).toFixed(1)
  ).padStart(6);
const of = (locator: string, kind: string, foreign = false): Told[] =>
  told.filter((one) => one.locator === locator && one.kind === kind && one.foreign === foreign);

const size = (kind: string, foreign = false): number => of('ours', kind, foreign).length;
console.log(
  `targets ${size('there')}, gone ${size('gone')}, ablated ${size('ablated')}, wrong page ${size('wrong-page')}, other language ${size('there', true)}, unchanged ${size('unchanged')}`,
);
console.log(
  `${'locator'.padEnd(33)} right  wrong   none | gone  ablat. wrongp | lang. wrong | unchanged wrong |   ms`,
);
for (const locator of locators) {
  const there = of(locator, 'there');
  const abroad = of(locator, 'there', true);
  const ms = told
    .filter((one) => one.locator === locator)
    .map((one) => one.ms)
    .sort((a, b) => a - b);
  console.log(
    `${locator.padEnd(32)} ${percent(there, 'right')} ${percent(there, 'wrong')} ${percent(there, 'none')} |${answered(of(locator, 'gone'))} ${answered(of(locator, 'ablated'))} ${answered(of(locator, 'wrong-page'))} |${percent(abroad, 'right')} ${percent(abroad, 'wrong')} |${percent(of(locator, 'unchanged'), 'right')} ${percent(of(locator, 'unchanged'), 'wrong')} | ${ms[Math.floor(ms.length / 2)]!.toFixed(1)}`,
  );
}
console.log('\nours, by what has changed: right / wrong');
for (const changed of ['none', 'id', 'text', 'both']) {
  const some = of('ours', 'there').filter((one) => one.changed === changed);
  console.log(`  ${changed.padEnd(6)} ${percent(some, 'right')} ${percent(some, 'wrong')}  (${some.length})`);
}
console.log('\nours, by family: right / wrong');
for (const family of new Set(told.map((one) => one.family))) {
  const some = of('ours', 'there').filter((one) => (one as Told & { family: string }).family === family);
  console.log(`  ${family.padEnd(12)} ${percent(some, 'right')} ${percent(some, 'wrong')}  (${some.length})`);
}
console.log(
  '\ncalibration of ours, ten bins: said, were right, answers (negatives included, unchanged pages not)',
);
const ours = told.filter((one) => one.locator === 'ours' && one.said !== 'none' && one.kind !== 'unchanged');
for (let bin = 0; bin < 10; bin++) {
  const some = ours.filter(
    (one) => one.confidence >= bin / 10 && (one.confidence < (bin + 1) / 10 || bin === 9),
  );
  if (some.length === 0) continue;
  const said = some.reduce((sum, one) => sum + one.confidence, 0) / some.length;
  console.log(
    `  ${(bin / 10).toFixed(1)}-${((bin + 1) / 10).toFixed(1)}  ${said.toFixed(3)}  ${(some.filter((one) => one.said === 'right').length / some.length).toFixed(3)}  ${some.length}`,
  );
}
console.log(`\n${times}`);
