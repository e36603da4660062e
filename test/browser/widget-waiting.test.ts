import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS, until } from './support/chromium.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';
import { WidgetPage, type WidgetSite, widgetSite } from './support/widget.ts';

const home = inject('home');
const port = inject('deskPort');
let browser: Browser;
let site: WidgetSite;
let form: WidgetPage;
let desk: DeskProcess | null = null;

beforeAll(async () => {
  site = await widgetSite(home, '<giljabi-inquiry></giljabi-inquiry>', `http://127.0.0.1:${port}`);
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});
afterEach(async () => {
  await form.close();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await desk?.stop();
});

const listed = () =>
  form.page.evaluate(() => {
    const root = document.querySelector('giljabi-inquiry')?.shadowRoot;
    return [...(root?.querySelectorAll('.gj-waiting-summary') ?? [])].map((each) => each.textContent);
  });
const focused = () =>
  form.page.evaluate(
    () => document.querySelector('giljabi-inquiry')?.shadowRoot?.activeElement?.textContent ?? null,
  );
const polite = () =>
  form.page.evaluate(() => {
    const root = document.querySelector('giljabi-inquiry')?.shadowRoot;
    return [...(root?.querySelectorAll('[role="status"]') ?? [])].map((each) => each.textContent).join(' ');
  });

/** Nobody answers: it stays in the outbox. */
async function send(summary: string): Promise<void> {
  await form.fill(summary);
  await form.press('제출');
  await form.says('.gj-outcome h2', '아직 보내지 못했습니다');
}

describe('inquiries that wait', () => {
  it('are listed when the form speaks of them no longer, and after a reload; sent at a press, each once', async () => {
    // Of this run alone: the desk is looked through for them afterwards.
    const SUMMARIES = ['메일이 오지 않습니다', '승인 메일을 찾습니다'].map(
      (words) => `${words} ${crypto.randomUUID().slice(0, 4)}`,
    );
    form = await WidgetPage.open(browser, site.url);
    await send(SUMMARIES[0]!);
    expect(await listed()).toEqual([]);
    await form.press('새 문의 쓰기');
    await form.says('.gj-waiting', SUMMARIES[0]!);
    await send(SUMMARIES[1]!);
    expect(await listed()).toEqual([SUMMARIES[0]]);

    await form.page.reload();
    await form.says('.gj-waiting h2', '2건');
    expect(await listed()).toEqual(SUMMARIES);
    await until(async () => (await polite()).includes('아직 접수되지 않은 문의 2건'), 'it is said politely');
    await form.says('.gj-waiting-state', '에 다시 보냅니다');
    await form.axe();

    desk = await startDesk(home, port, ['--allow', new URL(site.url).origin]);
    await form.press('지금 다시 보내기');
    await form.page.waitForFunction(
      () =>
        document.querySelector('giljabi-inquiry')?.shadowRoot?.querySelectorAll('.gj-waiting-come').length ===
        2,
    );
    await form.page.waitForSelector('>>> .gj-waiting', { hidden: true });
    await until(async () => (await focused())?.includes('접수되었습니다'), 'the focus is on what came of it');
    await form.axe();
    const numbers = (await polite()).match(/\d{4}-\d{6}/g) ?? [];
    expect(new Set(numbers).size).toBe(2);

    const run = promisify(execFile);
    const root = path.resolve(import.meta.dirname, '../..');
    const env = { ...process.env, GILJABI_HOME: home, LANG: 'C' };
    const { stdout } = await run('npm', ['run', '-s', 'giljabi', '--', 'inquiries', 'list'], {
      cwd: root,
      env,
    });
    for (const words of [...numbers, ...SUMMARIES]) expect(stdout.split(words)).toHaveLength(2);
    await form.page.reload();
    await form.find('[name="summary"]');
    expect(await listed()).toEqual([]);
    await desk.stop();
    desk = null;
  }, 120_000);

  it('can be read, copied, taken back after a question, and had again', async () => {
    form = await WidgetPage.open(browser, site.url);
    await form.page
      .browserContext()
      .overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await send('메일이 두 번 옵니다');
    await form.page.reload();
    await (await form.find('.gj-waiting summary')).focus();
    await form.page.keyboard.press('Enter');
    expect(await form.text('.gj-waiting pre')).toContain('어제부터 거래처 메일이 오지 않습니다.');
    await form.press('내용 복사');
    await form.says('[role="status"]', '복사했습니다');
    expect(await form.page.evaluate(() => navigator.clipboard.readText())).toBe(
      await form.text('.gj-waiting pre'),
    );

    await form.press('보내지 않고 지우기');
    await until(async () => (await focused()) === '그대로 두기', 'the focus is on what changes nothing');
    // It went out and nobody answered: that it was not received is more than this browser knows.
    await form.says('.gj-waiting-ask', '이미 접수되었을 수도 있습니다');
    await form.axe();
    await form.page.keyboard.press('Enter');
    await until(async () => (await focused()) === '보내지 않고 지우기', 'the focus is back');
    expect(await listed()).toHaveLength(1);
    await form.page.keyboard.press('Enter');
    await until(async () => (await focused()) === '그대로 두기', 'it is asked again');
    await form.press('지우기');
    await form.says('.gj-waiting-taken', '메일이 두 번 옵니다');
    expect(await listed()).toEqual([]);
    await until(async () => (await focused()) === '되돌리기', 'the focus is on the way back');
    await form.axe();
    await form.page.keyboard.press('Enter');
    await form.says('.gj-waiting-summary', '메일이 두 번 옵니다');
    await form.page.reload();
    await form.says('.gj-waiting-summary', '메일이 두 번 옵니다');
    await form.says('.gj-waiting-state', '보내지 못함');
  }, 60_000);

  it('looks right in every language, light and dark, narrow and wide, also what the desk refused', async () => {
    form = await WidgetPage.open(browser, site.url);
    await send('첨부한 로그를 봐 주세요');
    await form.page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const base = await asked(indexedDB.open('giljabi'));
      const table = base.transaction('outbox', 'readwrite').objectStore('outbox');
      const [entry] = await asked(table.getAll());
      const inquiry = { ...entry.inquiry, id: crypto.randomUUID(), summary: '파일이 올라가지 않습니다' };
      const error = { code: 'file-type', message: '올릴 수 없는 형식의 파일이 있습니다.' };
      await asked(table.add({ ...entry, inquiry, error, state: 'refused', created: entry.created + 1 }));
      base.close();
    });
    for (const [lang, scheme, width] of [
      ['ko', 'light', 900],
      ['en', 'dark', 340],
      ['ja', 'light', 340],
    ] as const) {
      site.html = `<giljabi-inquiry lang="${lang}"></giljabi-inquiry>`;
      await form.page.setViewport({ width, height: 900 });
      await form.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await form.page.goto(site.url);
      await form.page.evaluate((own) => {
        document.documentElement.style.colorScheme = own;
        document.body.style.background = own === 'dark' ? '#16191b' : '#fff';
        document.body.style.color = own === 'dark' ? '#fff' : '#000';
      }, scheme);
      await form.find('.gj-waiting-refused');
      await form.says('.gj-waiting-waiting', { ko: '보내지 못함', en: 'Not sent', ja: '未送信' }[lang]);
      await (await form.find('.gj-waiting-refused summary')).click();
      await (await form.find('.gj-waiting-refused .gj-quiet')).click();
      await form.find('.gj-waiting-ask');
      await form.axe();
      expect(await form.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  }, 60_000);
});
