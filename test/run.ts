import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** All checks of the project, one after the other, and one line at the end that says how they went. */

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, '.giljabi', 'results');

let passed = 0;
/** What failed, a line each: said once more at the end, where whoever reads only the end of a log finds it. */
const failures: string[] = [];

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

async function run(script: string, ...args: string[]): Promise<number> {
  console.log(`\n── ${script}`);
  const child = spawn('npm', ['run', '-s', script, '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** A check that passes or fails as a whole. */
async function check(script: string): Promise<void> {
  if ((await run(script)) === 0) passed++;
  else failures.push(`${script}: see above, under "── ${script}"`);
}

function failuresIn(report: Report): string[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    // A file whose set-up fails has no failed test, and yet a message.
    if (tests.length === 0 && message !== '') return [`${file}: ${firstLine(message)}`];
    return tests.map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`);
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

/** A suite counts its tests; one that could not even start counts as one failure. */
async function suite(script: string): Promise<void> {
  const file = path.join(results, `${script}.json`);
  await rm(file, { force: true });
  const code = await run(script, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  passed += report?.numPassedTests ?? 0;
  const found = report ? failuresIn(report) : [];
  if (code !== 0 && found.length === 0) found.push(`${script}: it ended with an error of its own, see above`);
  failures.push(...found);
}

/** Pictures beside those in the repository, where both can look alike; one more try, as with all that a browser does. */
async function pictures(): Promise<void> {
  let code = await run('visual', '--if-same');
  if (code === 1) code = await run('visual', '--if-same');
  if (code === 0) passed++;
  else if (code !== 3) failures.push('visual: see above, and the pictures in .giljabi/visual');
}

await mkdir(results, { recursive: true });
await check('lint');
await check('types');
await check('deps');
await suite('unit');
await suite('browser');
await pictures();
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
