import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { newKey } from '../../../desk/publish/keys.ts';
import {
  type Manifest,
  readCatalogue,
  readShelf,
  searchParts,
  shelvesFor,
  wholeCatalogue,
} from '../../../shared/bundle/index.ts';
import { loadIndexes } from '../../../shared/bundle/merge-index.ts';
import { search } from '../../../shared/search/core.ts';
import { changeOne, makeContent } from './content.ts';

/**
 * `npm run bench:bundle [-- --least 10 --most 100000] [-- --shelf 96] [-- --no-lounge]`: what a change of one article costs a reader, how long and with
 * how much memory a bundle is published, and how soon a reader finds something after the install. Prints, asserts nothing
 * but that one change among ten thousand costs at most a hundredth of everything.
 */
const flag = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1];
const has = (name: string): boolean => process.argv.includes(`--${name}`);
const most = has('most') ? Number(flag('most')) : 100_000;
const least = has('least') ? Number(flag('least')) : 10;
const shelf = has('shelf') ? [String(flag('shelf'))] : [];

interface Ran {
  seconds: number;
  cpu: number;
  memory: number;
}
interface Once extends Ran {
  shelves: number;
  files: number;
  manifest: number;
  update: number;
  first: number;
  all: number;
}
const bytes = (count: number): string =>
  count < 1e6 ? `${(count / 1e3).toFixed(1)} KB` : `${(count / 1e6).toFixed(1)} MB`;

const took = ({ seconds, cpu, memory }: Ran): string =>
  `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor, memory at most ${bytes(memory)})`;

/** Each in a process of its own, so that its memory is its own. */
function inProcess<T>(script: string, ...parameters: string[]): T {
  const file = path.join(import.meta.dirname, script);
  const told = execFileSync(process.execPath, ['--import', 'tsx', file, ...parameters], {
    maxBuffer: 1 << 28,
  });
  return JSON.parse(told.toString()) as T;
}

for (const count of [10, 100, 1_000, 10_000, 100_000].filter((each) => each >= least && each <= most)) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'giljabi-bench-'));
  try {
    const content = path.join(home, 'content');
    makeContent(content, count);
    await newKey(path.join(home, 'keys'), 'publish');
    const once = () => inProcess<Once>('publish-once.ts', home, content, ...shelf);
    const first = once();
    const same = once();
    changeOne(content, count);
    const again = once();
    console.log(
      `\n## ${count} articles: ${first.files} parts on ${first.shelves} shelves, ${bytes(first.all)}`,
    );
    console.log(
      `publish ${took(first)}; again unchanged ${took(same)}; again with one change ${took(again)}; load of the machine ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} processors`,
    );
    const share = (again.update / again.all) * 100;
    console.log(
      `one changed: ${bytes(again.update)} = ${share.toFixed(2)} % of everything (manifest ${bytes(again.manifest)}); before the first search of everything ${bytes(again.first)}`,
    );
    firstSearch(path.join(home, 'bundle'));
    if (!has('no-lounge')) {
      const lounge = inProcess<Ran & { files: number }>('lounge-once.ts', home);
      console.log(`lounge: ${lounge.files} files, ${took(lounge)}`);
    }
    if (count === 10_000 && share > 1) {
      console.error('one change among 10,000 costs more than a hundredth of everything');
      process.exitCode = 1;
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * What a reader reads before it can answer; disk and processor, no network. The extension has the lists of all shelves on
 * disk before it opens; the widget fetches them before the first suggestion, and then twelve indexes.
 */
function firstSearch(dir: string): void {
  const manifest = JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const hashOf = new Map(manifest.parts.map(({ name, hash }) => [name, hash]));
  const part = (name: string) => readFileSync(path.join(dir, 'parts', hashOf.get(name)!));
  const published = readCatalogue(part('catalogue'));
  const timed = (what: string, near: string | null, chosen: (name: string) => boolean, most = Infinity) => {
    const lists = shelvesFor(published, 'ko', near)
      .map(({ name }) => name)
      .filter(chosen);
    const start = performance.now();
    const catalogue = part('catalogue');
    readCatalogue(catalogue);
    const listed = lists.map((name) => part(`shelf/${name}`));
    const shelves = listed.map((bytes, at) => readShelf(bytes, lists[at]!));
    wholeCatalogue(published, shelves, 'ko');
    const names = searchParts(manifest, published, 'ko', near);
    const parts = names
      .filter((name) => chosen(name.replace(/^search\/?/, '')))
      .slice(0, most)
      .map(part);
    const index = loadIndexes(parts);
    const ready = performance.now() - start;
    search(index, '보안 메일 설정');
    const all = [catalogue, ...listed, ...parts];
    const sum = (list: readonly Uint8Array[]) => bytes(list.reduce((total, { length }) => total + length, 0));
    const zipped = bytes(all.reduce((total, each) => total + gzipSync(each).length, 0));
    console.log(
      `first search, ${what}: ${sum(all)} (gzipped ${zipped}) in ${all.length} parts, of which indexes ${sum(parts)}; ready after ${ready.toFixed(0)} ms, answered after ${(performance.now() - start).toFixed(0)} ms`,
    );
  };
  timed('the console in front', 'hiworks', (name) => !published.shelves || name.startsWith('hiworks.'));
  timed('the widget as it is (all lists, 12 indexes)', null, () => true, 12);
  timed('everything', 'hiworks', () => true);
}
