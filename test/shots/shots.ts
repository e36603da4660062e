import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { type Launched, launch, openPopup } from '../browser/support/chromium.ts';
import { signInHiworks, signInTerrace } from '../browser/support/consoles.ts';
import { startDesk } from '../browser/support/desk.ts';
import { doStep, followUntil, startGuide } from '../browser/support/guide.ts';
import { prepare } from '../browser/support/prepare.ts';
import { startHiworks, startTerrace } from '../consoles/start.ts';

/** Pictures of every surface, light and dark, from the real extension and the real desk: `npm run shots`. */

const out = path.resolve(import.meta.dirname, '../../docs/pictures');
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Scheme = 'light' | 'dark';
let scheme: Scheme = 'light';

async function dress(page: Page): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await dress(page);
  await rest(500);
  const file = path.join(out, `${name}-${scheme}.png`) as `${string}.png`;
  await page.screenshot({ path: file, fullPage });
  console.log(path.relative('.', file));
}

async function open(launched: Launched, url: string, width: number, height: number): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width, height });
  await dress(page);
  await page.goto(url);
  return page;
}

async function walkthrough(launched: Launched): Promise<void> {
  const hiworks = await startHiworks();
  const page = await open(launched, 'about:blank', 1280, 800);
  await signInHiworks(page, hiworks.url);
  await rest(1_800);

  const popup = await openPopup(launched, page);
  await popup.waitForSelector('::-p-text(이 화면에서)');
  await shoot(popup, 'popup');
  await popup.keyboard.type('ㅅㅍㅁㅇ');
  await rest(400);
  await shoot(popup, 'popup-choseong');
  await popup.close();

  const on = await startGuide(launched, page, 'pop3', '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)');
  await doStep(on);
  await on.says('메뉴가 접혀');
  await shoot(page, 'walk-menu');
  await followUntil(on, '사용 함을 선택합니다');
  await shoot(page, 'walk-caution');
  const panel = await open(launched, `chrome-extension://${launched.extension.id}/sidepanel.html`, 400, 800);
  await rest(800);
  await shoot(panel, 'panel-steps');
  await panel.close();
  await page.bringToFront();
  await followUntil(on, '저장된 값을 확인합니다');
  await on.press('새로고침하여 확인');
  await on.says('저장된 값을 확인했습니다');
  await shoot(page, 'walk-saved');
  await on.press('마침');

  const remove = await startGuide(
    launched,
    page,
    '예외 사용자 삭제',
    '등록된 POP3/SMTP 예외 사용자 삭제하기',
  );
  await page.goto(`${hiworks.url}/admin/mail/secure?tab=pop3`);
  await page.locator('::-p-text(사용 안함)').click();
  await remove.says('줄마다');
  await shoot(page, 'walk-rows');
  await remove.press('나가기');
  await page.close();
  await hiworks.close();

  const terrace = await startTerrace();
  const classic = await open(launched, 'about:blank', 1280, 800);
  await signInTerrace(classic, terrace.url);
  await rest(1_800);
  const block = await startGuide(
    launched,
    classic,
    '해외 IP',
    '[TMSe]스팸서버에서 스팸메일이 발송되는 원인 및 예방 조치 방법',
  );
  await followUntil(block, '사용을 선택합니다');
  await shoot(classic, 'walk-terrace');
  await block.press('나가기');
  await classic.close();
  await terrace.close();
}

async function lounge(launched: Launched, url: string): Promise<void> {
  const home = await open(launched, `${url}/`, 1280, 860);
  await shoot(home, 'lounge-home');
  await home.close();
  const article = await open(launched, `${url}/a/tmse-spam-outbreak.html`, 1280, 960);
  await shoot(article, 'lounge-article');
  await article.close();
  const narrow = await open(launched, `${url}/a/tmse-spam-outbreak.html`, 360, 740);
  await shoot(narrow, 'lounge-article-narrow');
  await narrow.close();

  const inquiry = await open(launched, `${url}/inquiry.html`, 1100, 1000);
  const field = await inquiry.waitForSelector('aria/문의 요약[role="textbox"]');
  await field?.type('랜섬웨어 관련');
  await rest(900);
  await shoot(inquiry, 'inquiry');
  await inquiry.close();
}

async function ownPages(launched: Launched): Promise<void> {
  const options = await open(launched, `chrome-extension://${launched.extension.id}/options.html`, 900, 900);
  await rest(800);
  await shoot(options, 'options');
  await options.close();
}

const { home, extension, deskPort } = await prepare();
await mkdir(out, { recursive: true });
const desk = await startDesk(home, deskPort);
try {
  for (scheme of ['light', 'dark'] as const) {
    const launched = await launch(extension);
    try {
      await walkthrough(launched);
      await lounge(launched, desk.url);
      await ownPages(launched);
    } finally {
      await launched.close();
    }
  }
} finally {
  await desk.stop();
  await rm(home, { recursive: true, force: true });
}
