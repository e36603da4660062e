import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type BundleServer, serveBundle } from './support/bundle-server.ts';
import { type Launched, launch, stopBackground, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';
import { followUntil, startGuide } from './support/guide.ts';
import { middle, type Overlay } from './support/overlay.ts';
import { freePort } from './support/ports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const TARGETS = 'hiworks/pop3-smtp-on.targets.yaml';

describe('targets that the words alone do not give', () => {
  let work: string;
  let content: string;
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  const giljabi = async (...args: string[]) =>
    (
      await promisify(execFile)('npm', ['run', '-s', 'giljabi', '--', ...args], {
        cwd: root,
        env: {
          ...process.env,
          GILJABI_HOME: inject('home'),
          GILJABI_LANG: 'en',
          GILJABI_DESK_URL: `http://127.0.0.1:${inject('deskPort')}`,
        },
      })
    ).stdout;
  const open = async (name: string) => {
    const tab = await launched.browser.newPage();
    await tab.goto(`chrome-extension://${launched.extension.id}/${name}`);
    return tab;
  };
  const press = (tab: Page, words: string) => tab.locator(`aria/${words}[role="button"]`).click();
  const says = (tab: Page, words: string) =>
    until(() => tab.evaluate((sought) => document.body.innerText.includes(sought), words), words);
  const targets = () => readFile(path.join(content, TARGETS), 'utf8');

  beforeAll(async () => {
    work = await mkdtemp(path.join(inject('home'), 'author-'));
    content = path.join(work, 'content');
    await cp(path.join(root, 'content'), content, { recursive: true });
    launched = await launch(inject('extension'));
  });
  beforeEach(async () => {
    hiworks = await startHiworks();
    return async () => {
      for (const tab of (await launched.browser.pages()).slice(1)) await tab.close();
      await hiworks.close();
    };
  });
  afterAll(async () => {
    await launched?.close();
    await rm(work, { recursive: true, force: true });
  });

  describe('a console that calls its save button something else', () => {
    let server: BundleServer | null = null;
    afterAll(() => server?.close());

    /** A console of a later release, in which only the words of one button are others. */
    const later = async () => {
      page = await launched.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        const rename = () => {
          for (const button of document.querySelectorAll('.form-buttons button'))
            if (button.textContent === '저장') button.textContent = '저장 처리';
        };
        new MutationObserver(rename).observe(document, { subtree: true, childList: true });
      });
      await signInHiworks(page, hiworks.url);
    };
    /** Follows the guide to the step of the save button. */
    const toSave = async () => {
      const overlay = await startGuide(launched, page, 'pop3', ON);
      await followUntil(overlay, '선택 사항');
      await overlay.press('건너뛰기');
      await overlay.says('저장을 클릭합니다');
      return overlay;
    };
    /** Leaves the guide, with the console as it was before. */
    const leave = async (overlay: Overlay) => {
      await overlay.press('나가기');
      await overlay.gone();
      await page.close();
    };

    it('is asked about once, the answer is used, kept and offered as a file', async () => {
      await later();
      const overlay = await toSave();
      await overlay.says('이 항목이 맞나요?');
      expect((await overlay.rest()).rings.map((ring) => ring.kind)).toEqual(['ask']);
      await overlay.press('네, 맞습니다');
      const seen = await overlay.rest(({ rings }) => rings[0]?.kind === 'sure');
      await overlay.clickAt(middle(seen));
      await overlay.says('저장된 값을 확인합니다');
      expect(hiworks.state().pop3.use).toBe(true);
      await overlay.press('새로고침하여 확인');
      await overlay.says('저장된 값을 확인했습니다');
      await overlay.press('마침');
      await overlay.gone();

      const options = await open('options.html');
      await says(options, '모아 둔 위치 1개');
      const client = await options.createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: work });
      await press(options, '파일로 저장');
      const name = await until(async () => {
        const files = await readdir(work);
        return files.find((file) => /^giljabi-repairs-.*\.json$/.test(file));
      }, 'the file is saved');
      const file = JSON.parse(await readFile(path.join(work, name), 'utf8'));
      expect(file.repairs).toMatchObject([
        { guide: 'pop3-smtp-on', console: 'hiworks', step: 'save 저장', nth: 1, reason: 'other-words' },
      ]);
    });

    it('is not asked about again on this machine, also after the background was stopped', async () => {
      await stopBackground(launched);
      await later();
      const overlay = await toSave();
      const seen = await overlay.rest();
      expect(seen.rings.map((ring) => ring.kind)).toEqual(['sure']);
      expect(seen.card).not.toContain('이 항목이 맞나요?');
      await leave(overlay);
    });

    it('is asked about anew once the answers are deleted', async () => {
      const options = await open('options.html');
      await says(options, '모아 둔 위치 1개');
      await press(options, '지우기');
      await says(options, '지웠습니다');
      await later();
      const overlay = await toSave();
      await overlay.says('이 항목이 맞나요?');
      await leave(overlay);
    });

    it('is not asked about by anybody once support has merged the answer and published', async () => {
      const name = (await readdir(work)).find((file) => file.startsWith('giljabi-repairs-')) as string;
      const listed = await giljabi('repairs', path.join(work, name), '--content', content);
      expect(listed).toContain('pop3-smtp-on · save 저장');
      expect(listed).toContain('저장처리');
      const merged = await giljabi('repairs', path.join(work, name), '--content', content, '--merge');
      expect(merged).toContain(`1. added → ${TARGETS}`);
      expect(await targets()).toContain('step: save 저장');

      const bundle = path.join(work, 'bundle');
      await cp(path.join(inject('home'), 'bundle'), bundle, { recursive: true });
      const said = await giljabi('publish', '--content', content, '--out', bundle);
      expect(said).toMatch(/^~ guide\/pop3-smtp-on/m);
      expect(said).toMatch(/: 0 added, [1-9]\d* changed, 0 removed/);
      server = await serveBundle(bundle, inject('deskPort'));
      const options = await open('options.html');
      await press(options, '지금 확인');
      await says(options, '새 안내서');

      await later();
      const overlay = await toSave();
      const seen = await overlay.rest();
      expect(seen.rings.map((ring) => ring.kind)).toEqual(['sure']);
      expect(seen.card).not.toContain('이 항목이 맞나요?');
      await leave(overlay);
    });
  });

  describe('support records the target of a step', () => {
    let desk: DeskProcess;
    let token: string;
    let panel: Page;
    const record = async (step: number) => {
      await page.bringToFront();
      const button = await panel.waitForSelector(`button[aria-label="${step}. 대상 기록"]`);
      // The panel stands beside the page; as a tab of its own it must not come to the front.
      await button?.evaluate((element) => (element as HTMLButtonElement).click());
    };
    const centre = async (selector: string) => {
      const box = await (await page.waitForSelector(selector))!.boundingBox();
      return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
    };
    /** Everything that the page hears of the mouse and the keyboard, by the element. */
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

    beforeAll(async () => {
      await rm(path.join(content, TARGETS), { force: true });
      desk = await startDesk(inject('home'), await freePort(), ['--author', '--content', content]);
      token = (await readFile(path.join(inject('home'), 'author-token'), 'utf8')).trim();
    });
    afterAll(() => desk?.stop());

    it('by pointing at it; the page hears nothing, and the desk writes it beside the manual', async () => {
      const options = await open('options.html');
      await options.locator('aria/데스크 주소[role="textbox"]').fill(desk.url);
      await options.type('input[type="password"]', token);
      const form = await options.waitForSelector('.gp-author button[type="submit"]');
      await form?.click();
      await says(options, '단계 목록에 [대상 기록]이 나옵니다');

      page = await launched.browser.newPage();
      await signInHiworks(page, hiworks.url);
      const overlay = await startGuide(launched, page, 'pop3', ON);
      await followUntil(overlay, '사용 함을 선택합니다');
      panel = await open('sidepanel.html');
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'change', 'keydown', 'mouseover'])
          document.addEventListener(type, () => heard.push(type), true);
      });

      await record(4);
      await overlay.says('이 단계의 대상을 화면에서 눌러 주세요');
      await heard();
      const radio = await centre('input[name="pop_use"][value="Y"]');
      await page.mouse.move(radio.x - 3, radio.y);
      await overlay.says('지금 가리킨 것: ‘사용 함’');
      expect((await overlay.rest()).rings.map((ring) => ring.kind)).toEqual(['pick']);
      expect(await heard()).toEqual([]);
      await page.mouse.click(radio.x, radio.y);
      const kept = await overlay.says('이 화면에서 다시 찾을 확신');
      expect(kept.card).toMatch(/라디오 버튼[\s\S]*사용함/);
      expect(Number(/확신 (\d+)%/.exec(kept.card ?? '')?.[1])).toBeGreaterThanOrEqual(90);
      // The shield is gone: where the pointer stands now is the page's again.
      expect((await heard()).filter((type) => type !== 'mouseover')).toEqual([]);
      expect(
        await page.$eval('input[name="pop_use"][value="Y"]', (input) => (input as HTMLInputElement).checked),
      ).toBe(false);
      await expect(targets()).rejects.toThrow('ENOENT');

      await overlay.press('기록 저장');
      await overlay.says(`${TARGETS}에 새로 적었습니다`);
      expect(await targets()).toMatch(
        /- step: .*사용 함\n {2}date: \d{4}-\d\d-\d\d\n {2}recorded:\n {4}v: 1/,
      );
      await overlay.press('닫기');
      await overlay.says('사용 함을 선택합니다');
    });

    it('Escape ends it, before the page hears of it, and the walkthrough is there again', async () => {
      const overlay = await again();
      await record(4);
      await overlay.says('이 단계의 대상을 화면에서 눌러 주세요');
      await heard();
      await page.keyboard.press('Escape');
      await overlay.says('사용 함을 선택합니다');
      expect(await heard()).toEqual([]);
    });

    it('says what is wrong when the desk does not take it', async () => {
      const overlay = await again();
      const options = await open('options.html');
      // The field appears with the kept token in it.
      await (await options.waitForSelector('.gp-author input[type="password"]', { visible: true }))?.type(
        'x',
      );
      await (await options.$('.gp-author button[type="submit"]'))?.click();
      await says(options, '단계 목록에 [대상 기록]이 나옵니다');
      const before = await targets();

      await record(4);
      await overlay.says('이 단계의 대상을 화면에서 눌러 주세요');
      const radio = await centre('input[name="pop_use"][value="N"]');
      await page.mouse.click(radio.x, radio.y);
      await overlay.says('다시 찾을 확신');
      await overlay.press('기록 저장');
      await overlay.says('작성 토큰이 맞지 않습니다');
      expect(await targets()).toBe(before);
      await desk.stop();
      await overlay.press('기록 저장');
      await overlay.says('데스크에 연결하지 못했습니다');
    });

    /** A fresh page at the same step. */
    async function again(): Promise<Overlay> {
      page = await launched.browser.newPage();
      await signInHiworks(page, hiworks.url);
      const overlay = await startGuide(launched, page, 'pop3', ON);
      await followUntil(overlay, '사용 함을 선택합니다');
      panel = await open('sidepanel.html');
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['click', 'keydown', 'keyup'])
          document.addEventListener(
            type,
            (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`),
            true,
          );
      });
      return overlay;
    }
  });
});
