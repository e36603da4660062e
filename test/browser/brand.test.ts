import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { ask } from '../shots/studio.ts';
import { type Launched, launch, openPopup, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';
import { Overlay } from './support/overlay.ts';
import { WidgetPage, widgetSite } from './support/widget.ts';

const root = path.resolve(import.meta.dirname, '../..');
const COLOR = '#6b21a8';
const PAINTED = 'rgb(107, 33, 168)';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#6b21a8"/></svg>';

/** What `brand` of lounge.yaml says is published, signed, and seen wherever its documents are. */
describe('a publisher’s own looks', () => {
  let home: string;
  let desk: DeskProcess;
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  const brandOf = (face: Page) =>
    face.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--gj-brand'));
  const ownPage = async (name: string): Promise<Page> => {
    const face = await launched.browser.newPage();
    await face.goto(`chrome-extension://${launched.extension.id}/${name}.html`);
    return face;
  };

  beforeAll(async () => {
    const first = inject('home');
    home = await mkdtemp(path.join(first, 'brand-'));
    for (const part of ['keys', 'widget', 'bundle'])
      await cp(path.join(first, part), path.join(home, part), { recursive: true });
    const content = path.join(home, 'content');
    await cp(path.join(root, 'content'), content, { recursive: true });
    await writeFile(path.join(content, 'logo.svg'), LOGO);
    const file = path.join(content, 'lounge.yaml');
    const lounge = (await readFile(file, 'utf8')).replace(/^name: .*$/m, 'name: 보라도움 | 메일');
    await writeFile(file, `${lounge}\nbrand:\n  color: "${COLOR}"\n  logo: logo.svg\n`);
    await promisify(execFile)('npm', ['run', '-s', 'giljabi', '--', 'publish', '--content', content], {
      cwd: root,
      env: {
        ...process.env,
        GILJABI_HOME: home,
        GILJABI_DESK_URL: `http://127.0.0.1:${inject('deskPort')}`,
      },
    });
    desk = await startDesk(home, inject('deskPort'));
    launched = await launch(inject('extension'));
    hiworks = await startHiworks();
    page = await launched.browser.newPage();
    await signInHiworks(page, hiworks.url);
  });
  afterAll(async () => {
    await launched?.close();
    await hiworks?.close();
    await desk?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('are in the toolbar, the side panel and the settings, and there from the first paint on', async () => {
    const options = await ownPage('options');
    await ask(options, 'bundle/sync');
    await options.waitForSelector('header .gp-logo');
    expect(await brandOf(options)).toContain(COLOR);
    await options.close();

    const popup = await openPopup(launched, page);
    await popup.waitForSelector('.gp-guides');
    expect(await popup.$eval('h1', (heading) => heading.textContent)).toBe('보라도움');
    const logo = await popup.$eval('.gp-logo', (image) => (image as HTMLImageElement).naturalWidth);
    expect(logo).toBe(60);
    expect(await brandOf(popup)).toContain(COLOR);
    await popup.close();

    const panel = await ownPage('sidepanel');
    await panel.waitForSelector('[role="tab"][aria-selected="true"]');
    expect(await brandOf(panel)).toContain(COLOR);
    await panel.close();
  });

  it('colour the card on a console', async () => {
    const face = await ownPage('options');
    await page.bringToFront();
    await ask(face, 'walk/start', { guide: 'pop3-smtp-on', tab: null });
    await face.close();
    await page.reload();
    const overlay = new Overlay(page);
    await until(async () => (await overlay.look()).card, 'the card');
    expect(await overlay.painted('.main')).toBe(PAINTED);
  });

  it('colour the form on another site, where the site itself does not say otherwise', async () => {
    const site = await widgetSite(home, '<giljabi-inquiry></giljabi-inquiry>');
    const other = await WidgetPage.open(launched.browser, site.url);
    const painted = async () =>
      (await other.find('.gj-primary')).evaluate((button) => getComputedStyle(button).backgroundColor);
    await until(async () => (await painted()) === PAINTED, 'the form in the publisher’s colour');
    await other.page.$eval('giljabi-inquiry', (form) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('giljabi-inquiry { --gj-brand: #123456 }');
      document.adoptedStyleSheets.push(sheet);
      return form.isConnected;
    });
    await until(async () => (await painted()) === 'rgb(18, 52, 86)', 'the colour that the site chose');
    await other.close();
    site.close();
  });

  it.each(['desk', 'my'])('are at /%s, with name, logo and colour', async (where) => {
    const face = await launched.browser.newPage();
    await face.goto(`${desk.url}/${where}`);
    expect(await face.$eval('.brand', (brand) => brand.textContent)).toContain('보라도움');
    expect(await face.$eval('.brand img', (image) => (image as HTMLImageElement).naturalWidth)).toBe(60);
    expect(await brandOf(face)).toContain(COLOR);
    await face.close();
  });
});
