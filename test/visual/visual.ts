import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import * as scenes from '../shots/scenes.ts';
import { openStudio, root, type Take } from '../shots/studio.ts';
import { machine } from './machine.ts';

/**
 * Compares eight surfaces, Korean and light, with `test/visual/base`: `npm run visual`; `-- --update` renews them.
 * What differs is written to `.giljabi/visual` as a picture with the differences in red. `-- --if-same` compares only where
 * the browser and the fonts are those that the pictures were made with, and ends with 3 otherwise: so in `npm test`.
 *
 * Both pictures are halved first, and what lies on an edge between two colours does not count: another hinting of the
 * same font stays below the tolerance, a line that wraps elsewhere or a button of another colour does not.
 */

const NAMES = new Set([
  'popup',
  'popup-choseong',
  'walk-caution',
  'walk-saved',
  'panel-steps',
  'lounge-home',
  'lounge-article',
  'options',
]);
/** Share of pixels that may differ. */
const MOST = 0.005;
/** How far two colours may lie apart, 0 to 1 (pixelmatch). */
const THRESHOLD = 0.15;

const base = path.join(root, 'test/visual/base');
const out = path.join(root, '.giljabi/visual');
const update = process.argv.includes('--update');
const made = path.join(base, 'machine.txt');
const NOT_COMPARED = 3;

/** Every pixel the mean of four. */
function halved(bytes: Uint8Array): PNG {
  const whole = PNG.sync.read(Buffer.from(bytes));
  const half = new PNG({ width: whole.width >> 1, height: whole.height >> 1 });
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++)
      for (let part = 0; part < 4; part++) {
        const at = (dx: number, dy: number) =>
          whole.data[((2 * y + dy) * whole.width + 2 * x + dx) * 4 + part] ?? 0;
        half.data[(y * half.width + x) * 4 + part] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      }
  return half;
}

const faults: string[] = [];
const seen = new Set<string>();

const compare: Take = async (name, _lang, scheme, png) => {
  if (scheme !== 'light' || !NAMES.has(name)) return;
  seen.add(name);
  const file = path.join(base, `${name}.png`);
  const now = halved(png);
  if (update) return void (await writeFile(file, PNG.sync.write(now)));
  const before = await readFile(file).then(
    (bytes) => PNG.sync.read(bytes),
    () => null,
  );
  if (!before)
    return void faults.push(`${name}: there is no ${path.relative(root, file)}; make it with --update`);
  if (before.width !== now.width || before.height !== now.height)
    return void faults.push(
      `${name}: ${before.width}x${before.height} before, ${now.width}x${now.height} now`,
    );
  const diff = new PNG({ width: now.width, height: now.height });
  const differ = pixelmatch(before.data, now.data, diff.data, now.width, now.height, {
    threshold: THRESHOLD,
  });
  const share = differ / (now.width * now.height);
  console.log(`${name}: ${(share * 100).toFixed(3)} %`);
  if (share <= MOST) return;
  await writeFile(path.join(out, `${name}-diff.png`), PNG.sync.write(diff));
  await writeFile(path.join(out, `${name}-now.png`), PNG.sync.write(now));
  faults.push(
    `${name}: ${(share * 100).toFixed(2)} % differ, see ${path.relative(root, out)}/${name}-diff.png`,
  );
};

if (process.argv.includes('--if-same') && (await readFile(made, 'utf8')) !== (await machine())) {
  console.log('Not compared: the pictures were made with another browser or other fonts.');
  process.exit(NOT_COMPARED);
}
await rm(out, { recursive: true, force: true });
await Promise.all([mkdir(out, { recursive: true }), mkdir(base, { recursive: true })]);
if (update) await writeFile(made, await machine());
const studio = await openStudio();
try {
  const launched = await studio.open('ko');
  for (const scene of [scenes.hiworks, scenes.lounge, scenes.settings])
    await scene({ studio, launched, lang: 'ko', take: compare, schemes: ['light'] });
} finally {
  await studio.close();
}
for (const name of NAMES) if (!seen.has(name)) faults.push(`${name}: no picture of it was made`);
for (const fault of faults) console.error(`✗ ${fault}`);
console.log(
  update ? `${seen.size} pictures renewed` : `${seen.size - faults.length} as before, ${faults.length} not`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
