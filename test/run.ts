import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** All checks of the project, one after the other, and one line at the end that says how they went. */

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, '.giljabi', 'results');

let passed = 0;
let failed = 0;

async function run(script: string, ...args: string[]): Promise<boolean> {
  console.log(`\n── ${script}`);
  const child = spawn('npm', ['run', '-s', script, '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

/** A check that passes or fails as a whole. */
async function check(script: string): Promise<void> {
  if (await run(script)) passed++;
  else failed++;
}

/** A suite counts its tests; one that could not even start counts as one failure. */
async function suite(script: string): Promise<void> {
  const file = path.join(results, `${script}.json`);
  await rm(file, { force: true });
  const ok = await run(script, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  try {
    const report = JSON.parse(await readFile(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    if (!ok && report.numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
}

await mkdir(results, { recursive: true });
await check('lint');
await check('types');
await check('deps');
await suite('unit');
await suite('browser');
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
