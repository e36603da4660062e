import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { newKey } from '../../../desk/publish/keys.ts';
import { type Manifest, readCatalogue, searchParts, shelvesFor } from '../../../shared/bundle/index.ts';
import { loadIndexes } from '../../../shared/bundle/merge-index.ts';
import { search } from '../../../shared/search/core.ts';
import { changeOne, makeContent } from './content.ts';

/**
 * `npm run bench:bundle [-- --most 10000] [-- --shelf 96]`: what a change of one article costs a reader, how long and with
 * how much memory a bundle is published, and how soon a reader finds something after the install. Prints, asserts nothing
 * but that one change among ten thousand costs at most a hundredth of everything.
 */
const flag = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1];
const has = (name: string): boolean => process.argv.includes(`--${name}`);
const most = has('most') ? Number(flag('most')) : 100_000;
const shelf = has('shelf') ? [String(flag('shelf'))] : [];

interface Once {
  seconds: number;
  cpu: number;
  memory: number;
  shelves: number;
  files: number;
  manifest: number;
  update: number;
  first: number;
  all: number;
}
const bytes = (count: number): string =>
  count < 1e6 ? `${(count / 1e3).toFixed(1)} KB` : `${(count / 1e6).toFixed(1)} MB`;

for (const count of [10, 100, 1_000, 10_000, 100_000].filter((each) => each <= most)) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'giljabi-bench-'));
  try {
    const content = path.join(home, 'content');
    makeContent(content, count);
    await newKey(path.join(home, 'keys'), 'publish');
    const script = path.join(import.meta.dirname, 'publish-once.ts');
    const once = (): Once =>
      JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', script, home, content, ...shelf], {
          maxBuffer: 1 << 28,
        }).toString(),
      );
    const first = once();
    changeOne(content, count);
    const again = once();
    console.log(
      `\n## ${count} articles: ${first.files} parts on ${first.shelves} shelves, ${bytes(first.all)}`,
    );
    console.log(
      `publish ${first.seconds.toFixed(1)} s (${first.cpu.toFixed(1)} s of processor), memory at most ${bytes(first.memory)}; again with one change ${again.seconds.toFixed(1)} s`,
    );
    const share = (again.update / again.all) * 100;
    console.log(
      `one changed: ${bytes(again.update)} = ${share.toFixed(2)} % of everything (manifest ${bytes(again.manifest)}); before the first search of everything ${bytes(again.first)}`,
    );
    firstSearch(path.join(home, 'bundle'));
    if (count === 10_000 && share > 1) {
      console.error('one change among 10,000 costs more than a hundredth of everything');
      process.exitCode = 1;
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What a reader on a console reads from the package before it can answer; disk and processor, no network. */
function firstSearch(dir: string): void {
  const manifest = JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const part = (name: string) =>
    readFileSync(path.join(dir, 'parts', manifest.parts.find((ref) => ref.name === name)!.hash));
  const timed = (what: string, near: boolean) => {
    const start = performance.now();
    const catalogue = readCatalogue(part('catalogue'));
    const shelves = shelvesFor(catalogue, 'ko', 'hiworks').filter((each) => each.console === 'hiworks');
    const names =
      catalogue.shelves && near
        ? shelves.map(({ name }) => `search/${name}`)
        : searchParts(manifest, catalogue, 'ko', 'hiworks');
    const parts = names.map(part);
    const index = loadIndexes(parts);
    const ready = performance.now() - start;
    search(index, '보안 메일 설정');
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    console.log(
      `first search, ${what}: ${bytes(size)} (gzipped ${bytes(parts.reduce((sum, each) => sum + gzipSync(each).length, 0))}) in ${names.length} parts, ready after ${ready.toFixed(0)} ms, answered after ${(performance.now() - start).toFixed(0)} ms`,
    );
  };
  timed('the console in front', true);
  timed('everything', false);
}
