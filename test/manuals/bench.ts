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

for (const file of files) {
  const sums = new Map<string, Count & { manuals: number; found: number }>();
  for (const one of JSON.parse(readFileSync(file, 'utf8')) as Case[]) {
    const found = plainSteps(compile(one.text).guides);
    const count = compare(one.steps, found, new Set(one.noise.map((noise) => noise.line)));
    if (show && count.missed + count.extra > 0) {
      console.log(`\n${one.id}  F1 ${(100 * f1(count)).toFixed(1)}`);
      for (const step of count.misses)
        console.log(`   missed  ${step.action} ${step.labels.join(' > ') || `(${step.desc})`}`);
      for (const step of count.extras)
        console.log(`   extra   ${step.action} ${step.labels.join(' > ')} @${step.line}`);
    }
    for (const set of ['all', one.lang, one.hard ? 'hard' : 'plain']) {
      const sum = sums.get(set) ?? {
        manuals: 0,
        found: 0,
        hit: 0,
        missed: 0,
        extra: 0,
        fromNotes: 0,
        paths: 0,
        pathsExact: 0,
      };
      sums.set(set, sum);
      sum.manuals++;
      sum.found += found.length;
      for (const key of ['hit', 'missed', 'extra', 'fromNotes', 'paths', 'pathsExact'] as const)
        sum[key] += count[key];
    }
  }
  console.log(`\n${file.split('/').at(-1)}\nset    manuals  class F1  paths exact  from notes`);
  for (const set of ['all', 'ko', 'en', 'ja', 'plain', 'hard']) {
    const sum = sums.get(set);
    if (!sum) continue;
    const share = sum.found ? (100 * sum.fromNotes) / sum.found : 0;
    console.log(
      `${set.padEnd(6)} ${String(sum.manuals).padStart(7)}  ${(100 * f1(sum)).toFixed(1).padStart(8)}  ${`${sum.pathsExact}/${sum.paths}`.padStart(11)}  ${share.toFixed(1).padStart(8)} %`,
    );
  }
}

const long = Array.from(
  { length: 300 },
  (_, i) => `${i + 1}. [관리 > 메일 ${i}]에서 [추가]를 클릭한 후 이름을 입력합니다.`,
).join('\n');
for (let i = 0; i < 20; i++) compile(long);
const from = performance.now();
for (let i = 0; i < 20; i++) compile(long);
console.log(`\n300 lines: ${((performance.now() - from) / 20).toFixed(1)} ms warm`);
