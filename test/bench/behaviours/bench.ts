/**
 * `npm run bench:behaviours`: ours beside the five tour libraries, on the same pages, with the same measuring code.
 * Prints a Markdown table. `-- driver` measures only those whose name contains it.
 */
import { mkdir, rm } from 'node:fs/promises';
import puppeteer from 'puppeteer';
import { chromiumPath, FLAGS, launch } from '../../browser/support/chromium.ts';
import { prepare } from '../../browser/support/prepare.ts';
import { servePages } from '../../pages/serve.ts';
import { costs } from './costs.ts';
import { DIALOGS } from './dialogs.ts';
import { type Behaviour, type Guided, STOPS, type Verdict } from './guided.ts';
import { HOLDING } from './holding.ts';
import { MANNERS } from './manners.ts';
import { ours } from './ours.ts';
import { RIVALS, rival, rivalScripts } from './rival.ts';

const BEHAVIOURS: Behaviour[] = [...HOLDING, ...DIALOGS, ...MANNERS, ...costs(30)];

async function measure(guided: Guided, { page, stops = STOPS, before, run }: Behaviour): Promise<Verdict> {
  const session = await guided.open(page, stops, before);
  try {
    return await run(session);
  } catch (failure) {
    return { ok: false, said: `breaks: ${String(failure).split('\n')[0]?.slice(0, 60)}` };
  } finally {
    await session.close();
  }
}

const [wanted = ''] = process.argv.slice(2);
const scripts = await rivalScripts();
const other = await servePages();
const pages = await servePages(scripts, other.origin.replace('127.0.0.1', 'localhost'));
const prepared = await prepare();
const launched = await launch(prepared.extension);
// The libraries run in a browser without us.
const plain = await puppeteer.launch({
  executablePath: chromiumPath(),
  pipe: true,
  args: FLAGS,
  defaultViewport: { width: 1280, height: 800 },
});
const all = [ours(launched, pages.origin), ...RIVALS.map((make) => rival(plain, pages.origin, make))].filter(
  ({ name }) => name.includes(wanted),
);

const table: Verdict[][] = [];
for (const behaviour of BEHAVIOURS) {
  const row: Verdict[] = [];
  for (const guided of all) row.push(await measure(guided, behaviour));
  table.push(row);
  console.error(`${table.length} of ${BEHAVIOURS.length}: ${behaviour.name}`);
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
console.log(line(['Behaviour', ...all.map(({ name }) => name)]));
console.log(line(['---', ...all.map(() => '---')]));
for (const [at, row] of table.entries())
  console.log(line([BEHAVIOURS[at]!.name, ...row.map(({ ok, said }) => (ok ? said : `**${said}**`))]));
const failed = all.map((_, column) => table.filter((row) => !row[column]!.ok).length);
console.log(line(['**failed**', ...failed.map((count) => `${count} of ${BEHAVIOURS.length}`)]));

await launched.close();
await plain.close();
await pages.close();
await other.close();
await mkdir(prepared.home, { recursive: true });
await rm(prepared.home, { recursive: true });
process.exitCode = wanted === '' && failed[0] !== 0 ? 1 : 0;
