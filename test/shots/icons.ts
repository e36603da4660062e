/**
 * Draws the mark (shared/ui/logo.svg) as the PNG files of the toolbar button and the stores.
 * Run after the mark has changed: `npx tsx test/shots/icons.ts`
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer';

const SIZES = [16, 32, 48, 128];
const root = path.resolve(import.meta.dirname, '../..');
const to = path.join(root, 'extension/public/icon');

const mark = await readFile(path.join(root, 'shared/ui/logo.svg'), 'utf8');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--force-color-profile=srgb'],
});
try {
  await mkdir(to, { recursive: true });
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    const source = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" src="${source}" style="display:block">`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(path.join(to, `${size}.png`), png);
  }
} finally {
  await browser.close();
}
