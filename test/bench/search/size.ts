import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '../../..');
const SEARCH = './shared/search';
const BUNDLES: [string, string][] = [
  ['searching a stored index, without fuse.js', `export { loadIndex, search } from '${SEARCH}/core.ts'`],
  ['the same with making and storing', `export * from '${SEARCH}/core.ts'`],
  ['everything that index.ts exports, fuse.js apart', `export * from '${SEARCH}/index.ts'`],
];

/** Bytes that a face loads, bundled and minified by esbuild. */
export async function size(): Promise<void> {
  for (const [name, source] of BUNDLES) {
    const flags = ['--bundle', '--minify', '--format=esm', '--charset=utf8', '--external:fuse.js'];
    const code = execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), flags, { cwd: ROOT, input: source });
    console.log(
      `${name.padEnd(50)} ${(code.length / 1000).toFixed(1)} kB, ${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB gzipped`,
    );
  }
}
