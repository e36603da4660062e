import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { type Lang, text } from '../../shared/ui/text/index.ts';
import { type Launched, openPopup, until } from '../browser/support/chromium.ts';
import { signInHiworks, signInTerrace } from '../browser/support/consoles.ts';
import { doStep, followUntil } from '../browser/support/guide.ts';
import { Overlay } from '../browser/support/overlay.ts';
import { startHiworks, startTerrace } from '../consoles/start.ts';
import { ask, dress, openPage, SCHEMES, type Scheme, type Studio, settled, type Take } from './studio.ts';

export interface Set {
  studio: Studio;
  launched: Launched;
  lang: Lang;
  take: Take;
  /** Both, unless told otherwise. */
  schemes?: readonly Scheme[];
}
export type Scene = (set: Set) => Promise<void>;

/** One surface, light and dark. */
export async function shoot(
  { lang, take, schemes = SCHEMES }: Pick<Set, 'lang' | 'take' | 'schemes'>,
  page: Page,
  name: string,
): Promise<void> {
  for (const scheme of schemes) {
    await dress(page, scheme);
    await take(name, lang, scheme, await settled(page));
  }
  await dress(page, 'light');
}

/** Starts a guide over a page, as its row in the popup would. */
export async function begin(launched: Launched, page: Page, guide: string): Promise<Overlay> {
  const popup = await openPopup(launched, page);
  const { tab } = await until(() => ask<{ tab: number | null }>(popup, 'here'), 'the page in front');
  await ask(popup, 'walk/start', { guide, tab });
  await popup.close();
  await page.bringToFront();
  const overlay = new Overlay(page);
  await until(async () => (await overlay.look()).card, 'the card');
  return overlay;
}

/** Toolbar, steps beside the page, and the card in its states, on the practice Hiworks. */
export const hiworks: Scene = async (set) => {
  const { launched, lang } = set;
  const t = text(lang);
  const site = await startHiworks();
  const page = await openPage(launched, 'about:blank', [1280, 800]);
  await signInHiworks(page, site.url);

  const popup = await openPopup(launched, page);
  await popup.waitForSelector('.gp-guides');
  await shoot(set, popup, 'popup');
  await popup.keyboard.type(lang === 'ko' ? 'ㅅㅍㅁㅇ' : 'pop3');
  await popup.waitForSelector('.gp-help-list mark');
  await shoot(set, popup, lang === 'ko' ? 'popup-choseong' : 'popup-search');
  await popup.close();

  const on = await begin(launched, page, 'pop3-smtp-on');
  await on.rest();
  await doStep(on);
  await on.says(t.walk.menuClosed('|').split('|')[0] ?? '');
  await on.rest();
  await shoot(set, page, 'walk-menu');
  await followUntil(on, lang === 'ko' ? '사용 함을 선택합니다' : /all users of the office/);
  await on.rest();
  await shoot(set, page, 'walk-caution');

  const panel = await openPage(launched, '/sidepanel.html', [400, 800]);
  await panel.waitForSelector('#panel-steps [role="progressbar"]');
  await shoot(set, panel, 'panel-steps');
  await panel.locator('#tab-help').click();
  await panel.waitForSelector('#panel-help:not([hidden]) .gj-hit');
  await shoot(set, panel, 'panel-help');
  await panel.close();

  await page.bringToFront();
  await followUntil(on, t.walk.checking);
  await on.press(t.walk.reload);
  await on.says(t.walk.saved);
  await shoot(set, page, 'walk-saved');
  await on.press(t.walk.finish);

  const remove = await begin(launched, page, 'pop3-smtp-exception-delete');
  await page.goto(`${site.url}/admin/mail/secure?tab=pop3`);
  await page.locator('::-p-text(사용 안함)').click();
  await remove.says(t.walk.severalRows.slice(0, 8));
  await shoot(set, page, 'walk-rows');
  await remove.press(t.walk.pause);
  await page.close();
  await site.close();
};

/** A console that is served as it was twenty years ago, with frames. */
export const terrace: Scene = async (set) => {
  const site = await startTerrace();
  const page = await openPage(set.launched, 'about:blank', [1280, 800]);
  await signInTerrace(page, site.url);
  const block = await begin(set.launched, page, 'tmse-spam-outbreak');
  await followUntil(block, '사용을 선택합니다');
  await shoot(set, page, 'walk-terrace');
  await block.press(text(set.lang).walk.pause);
  await page.close();
  await site.close();
};

export const lounge: Scene = async (set) => {
  const at = `${set.studio.desk.url}/${set.lang === 'ko' ? '' : `${set.lang}/`}`;
  const one = async (name: string, where: string, size: [number, number]) => {
    const page = await openPage(set.launched, `${at}${where}`, size, set.lang);
    await shoot(set, page, name);
    await page.close();
  };
  await one('lounge-home', '', [1280, 860]);
  const article = set.lang === 'ko' ? 'tmse-spam-outbreak' : 'pop3-smtp-on';
  await one('lounge-article', `a/${article}.html`, [1280, 960]);
  await one('lounge-article-narrow', `a/${article}.html`, [360, 740]);
};

/** The form while it suggests, and support's page with what it brought. */
export const inquiry: Scene = async (set) => {
  const { studio, launched, lang } = set;
  const t = text(lang);
  const page = await openPage(
    launched,
    `${studio.desk.url}/${lang === 'ko' ? '' : `${lang}/`}inquiry.html`,
    [1200, 1000],
    lang,
  );
  const field = (name: string) => page.locator(`aria/${name}[role="textbox"]`);
  await page.waitForSelector(`aria/${t.inquiry.summary}[role="textbox"]`);
  await (await page.$(`aria/${t.inquiry.summary}[role="textbox"]`))?.type(
    lang === 'ko' ? '랜섬웨어 관련' : 'POP3',
  );
  // In a closed root: only what assistive technology is told can be asked for.
  await page.waitForSelector(`aria/${t.inquiry.suggestions}`);
  await shoot(set, page, 'inquiry');
  await field(t.inquiry.email).fill('admin@example.com');
  await field(t.inquiry.company).fill('예제상사');
  await field(t.inquiry.detail).click();
  await page.keyboard.type(
    lang === 'ko' ? '어제부터 첨부 파일이 열리지 않습니다.' : 'Attachments do not open.',
  );
  await page.locator('aria/[role="checkbox"]').click();
  await page.locator(`aria/${t.inquiry.submit}[role="button"]`).click();
  await page.waitForSelector(`aria/${t.outcome.another}[role="button"]`, { timeout: 30_000 });
  await shoot(set, page, 'inquiry-received');
  await page.close();

  const desk = await openPage(launched, `${studio.desk.url}/desk`, [1280, 800], lang);
  const token = (await readFile(path.join(studio.home, 'desk-token'), 'utf8')).trim();
  await desk.locator('#token').fill(token);
  await Promise.all([desk.waitForNavigation(), desk.keyboard.press('Enter')]);
  await shoot(set, desk, 'desk-list');
  await Promise.all([desk.waitForNavigation(), desk.locator('main a[href^="/desk/"]').click()]);
  await shoot(set, desk, 'desk-case');
  await desk.close();
  const mine = await openPage(launched, `${studio.desk.url}/my`, [1280, 800], lang);
  await shoot(set, mine, 'my');
  await mine.close();
};

export const settings: Scene = async (set) => {
  const page = await openPage(set.launched, '/options.html', [900, 900]);
  await page.waitForSelector('.gp-trusted code');
  await shoot(set, page, 'options');
  await page.close();
};
