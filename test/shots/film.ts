import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { signInHiworks } from '../browser/support/consoles.ts';
import { doStep } from '../browser/support/guide.ts';
import { middle } from '../browser/support/overlay.ts';
import { startHiworks } from '../consoles/start.ts';
import { begin } from './scenes.ts';
import { openPage, root, type Studio, settled } from './studio.ts';

/** What the README shows: a guide followed to its end on the practice console, a frame a step. */

const WIDTH = 800;
const HEIGHT = 500;
const MOST_BYTES = 1_500_000;

export async function film(studio: Studio): Promise<void> {
  const launched = await studio.open('ko');
  const site = await startHiworks();
  // Drawn small rather than shrunk: letters stay sharp, and few colours are enough.
  const page = await openPage(launched, 'about:blank', [1200, 750]);
  await signInHiworks(page, site.url);
  const frames: PNG[] = [];
  const frame = async (of: Page) => frames.push(PNG.sync.read(Buffer.from(await small(of))));

  const on = await begin(launched, page, 'pop3-smtp-on');
  for (let steps = 0; steps < 9; steps++) {
    const seen = await on.rest(
      (now) => now.rings.length === 1 || now.card?.includes('저장된 값을 확인합니다') === true,
    );
    await settled(page);
    await frame(page);
    if (seen.rings.length !== 1) break;
    await page.mouse.move(middle(seen).x, middle(seen).y);
    await doStep(on);
  }
  await on.press('새로고침하여 확인');
  await on.says('저장된 값을 확인했습니다');
  await settled(page);
  await frame(page);
  await launched.close();
  await site.close();

  const file = path.join(root, 'docs/pictures/walkthrough.gif');
  await writeFile(file, encode(frames));
  const { size } = await stat(file);
  console.log(`${path.relative(root, file)}: ${frames.length} frames, ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes, more than ${MOST_BYTES}`);
}

async function small(page: Page): Promise<Uint8Array> {
  const session = await page.createCDPSession();
  const { width } = page.viewport() ?? { width: WIDTH };
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width, height: (width * HEIGHT) / WIDTH, scale: WIDTH / width },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/** One palette for all frames, and only what changed in each: small, and colours do not flicker. */
function encode(frames: readonly PNG[]): Uint8Array {
  const { GIFEncoder, applyPalette, quantize } = gifenc;
  const [first] = frames;
  if (!first) throw new Error('a film needs a frame');
  const { width, height } = first;
  const all = Buffer.concat(
    frames.filter((_, index) => index % 2 === 0 || index === frames.length - 1).map(({ data }) => data),
  );
  const palette = quantize(all, 255, { format: 'rgb565' });
  const clear = palette.length;
  palette.push([0, 0, 0]);
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  frames.forEach(({ data }, index) => {
    const now = applyPalette(data, palette.slice(0, clear), 'rgb565');
    const drawn = before ? now.map((colour, at) => (colour === before?.[at] ? clear : colour)) : now;
    gif.writeFrame(drawn, width, height, {
      ...(index === 0 && { palette, repeat: 0 }),
      ...(before && { transparent: true, transparentIndex: clear }),
      delay: index === frames.length - 1 ? 3_600 : 2_000,
      dispose: 1,
    });
    before = now;
  });
  gif.finish();
  return gif.bytes();
}
