/**
 * Scores the manual compiler: `npm run bench:manual [-- --show] [-- file.json …]`.
 * Without files: the annotated manuals of this folder. Times a long manual as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { compile, plainSteps } from '../../shared/manual/index.ts';
import { type Case, type Count, compare, f1 } from './score.ts';

const args = process.argv.slice(2);
const here = new URL('.', import.meta.url);
const given = args.filter((arg) => !arg.startsWith('--'));
const files = given.length
  ? given
  : readdirSync(here)
      .filter((name) => name.endsWith('.json'))
      .map((name) => new URL(name, here).pathname);
const show = args.includes('--show');
const ORDER = [
  'all',
  'plain',
  'hard',
  ...['ko', 'en', 'ja'].flatMap((lang) => [lang, `${lang} plain`, `${lang} hard`]),
];

/** Sets whose misses nobody looked at while the rules were written: only their totals count. */
const UNSEEN: ReadonlySet<string> = new Set(['blind-2.json', 'blind-3.json']);
type Sum = Omit<Count, 'misses' | 'extras'> & { manuals: number; found: number; whole: number };
const KEYS = ['hit', 'missed', 'extra', 'fromNotes', 'paths', 'pathsExact'] as const;

for (const file of files) {
  const name = file.split('/').at(-1)!;
  const unseen = UNSEEN.has(name);
  const sums = new Map<string, Sum>();
  for (const one of JSON.parse(readFileSync(file, 'utf8')) as Case[]) {
    const found = plainSteps(compile(one.text).guides);
    const count = compare(one.steps, found, new Set(one.noise.map((noise) => noise.line)));
    if (show && !unseen && count.missed + count.extra > 0) showMisses(one.id, count);
    const size = one.hard ? 'hard' : 'plain';
    for (const set of ['all', size, one.lang, `${one.lang} ${size}`]) {
      const sum = sums.get(set) ?? emptySum();
      sums.set(set, sum);
      sum.manuals++;
      sum.found += found.length;
      if (count.missed + count.extra === 0) sum.whole++;
      for (const key of KEYS) sum[key] += count[key];
    }
  }
  console.log(`\n${name} (${unseen ? 'never tuned on' : 'tuned on'})`);
  console.log('set       manuals  class F1  precision  recall  paths exact  from notes  whole manual');
  for (const set of ORDER) {
    const sum = sums.get(set);
    if (sum) console.log(row(set, sum));
  }
}
timeLongManual();

function emptySum(): Sum {
  const none = { hit: 0, missed: 0, extra: 0, fromNotes: 0, paths: 0, pathsExact: 0 };
  return { ...none, manuals: 0, found: 0, whole: 0 };
}

function showMisses(id: string, count: ReturnType<typeof compare>): void {
  console.log(`\n${id}  F1 ${(100 * f1(count)).toFixed(1)}`);
  for (const step of count.misses)
    console.log(`   missed  ${step.action} ${step.labels.join(' > ') || `(${step.desc})`}`);
  for (const step of count.extras)
    console.log(`   extra   ${step.action} ${step.labels.join(' > ')} @${step.line}`);
}

function row(set: string, sum: Sum): string {
  const percent = (part: number, whole: number) => (whole ? (100 * part) / whole : 0).toFixed(1);
  return [
    set.padEnd(9),
    String(sum.manuals).padStart(7),
    (100 * f1(sum)).toFixed(1).padStart(9),
    percent(sum.hit, sum.hit + sum.extra).padStart(10),
    percent(sum.hit, sum.hit + sum.missed).padStart(7),
    `${sum.pathsExact}/${sum.paths}`.padStart(12),
    `${percent(sum.fromNotes, sum.found)} %`.padStart(11),
    `${sum.whole}/${sum.manuals}`.padStart(13),
  ].join(' ');
}

/** Wall time depends on what else the machine does; processor time does not, but counts the collector's threads too. */
function timeLongManual(): void {
  const long = Array.from(
    { length: 300 },
    (_, i) => `${i + 1}. [관리 > 메일 ${i}]에서 [추가]를 클릭한 후 이름을 입력합니다.`,
  ).join('\n');
  for (let i = 0; i < 40; i++) compile(long);
  const best = Math.min(...Array.from({ length: 20 }, () => timed(() => compile(long))));
  const cpu = process.cpuUsage();
  for (let i = 0; i < 40; i++) compile(long);
  const used = process.cpuUsage(cpu);
  console.log(
    `\n300 lines: ${best.toFixed(1)} ms warm, best of 20 (${((used.user + used.system) / 40_000).toFixed(1)} ms of processor time on average)`,
  );
}

function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
