import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Extension, type Page, type Target } from 'puppeteer';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

export function chromiumPath(): string {
  const found = [process.env.GILJABI_CHROMIUM, ...EXECUTABLE].find((file) => file && existsSync(file));
  if (!found) throw new Error('no Chromium here; `npm test` installs one, or name it in GILJABI_CHROMIUM');
  return found;
}

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=ko-KR',
  '--accept-lang=ko-KR,ko',
  '--force-color-profile=srgb',
];

export interface Launched {
  browser: Browser;
  extension: Extension;
  close(): Promise<void>;
}

/** Chromium with the built extension in a fresh (or given) profile. */
export async function launch(
  dir: string,
  options: { profile?: string; dark?: boolean } = {},
): Promise<Launched> {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    enableExtensions: [dir],
    args: [...FLAGS, ...(options.dark ? ['--force-dark-mode'] : [])],
    env: { ...process.env, LANG: 'ko_KR.UTF-8', LANGUAGE: 'ko' },
    defaultViewport: { width: 1280, height: 800 },
    ...(options.profile && { userDataDir: options.profile }),
  });
  const extension = await theExtension(browser);
  return { browser, extension, close: () => browser.close() };
}

async function theExtension(browser: Browser): Promise<Extension> {
  for (let tries = 0; tries < 100; tries++) {
    const [extension] = [...(await browser.extensions()).values()];
    if (extension) return extension;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the extension did not load');
}

/** The toolbar popup as it opens over `page`. */
export async function openPopup({ browser, extension }: Launched, page: Page): Promise<Page> {
  await page.bringToFront();
  await extension.triggerAction(page);
  const target = await browser.waitForTarget((each: Target) => each.url().includes('/popup.html'), {
    timeout: 10_000,
  });
  return target.asPage();
}

/** Stops the background as the browser does when it is idle. */
export async function stopBackground({ browser }: Launched): Promise<void> {
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().includes('/background.js');
  const target = browser.targets().find(isWorker);
  await (await target?.worker())?.close();
  await until(async () => !browser.targets().some(isWorker), 'the background stopped');
}

/** Polls until `check` gives something; the time is a safety net, not an assertion about speed. */
export async function until<T>(
  check: () => Promise<T>,
  what: string,
  milliseconds = 20_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await check();
      if (value) return value as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`waited in vain: ${what}${last ? ` (${last})` : ''}`);
}
