import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Launched, launch, stopBackground, until } from './support/chromium.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';

/** As a page of the extension sees itself. */
interface Extension {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

const root = path.resolve(import.meta.dirname, '../..');

describe('an inquiry from the side panel', () => {
  let launched: Launched;
  let desk: DeskProcess | null = null;
  let panel: Page;

  const giljabi = async (...args: string[]) =>
    (
      await promisify(execFile)('npm', ['run', '-s', 'giljabi', '--', ...args], {
        cwd: root,
        env: { ...process.env, GILJABI_HOME: inject('home'), LANG: 'C' },
      })
    ).stdout;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
    panel = await launched.browser.newPage();
    await panel.goto(`chrome-extension://${launched.extension.id}/sidepanel.html`);
    await panel.locator('aria/문의하기[role="tab"]').click();
  });
  afterAll(async () => {
    await launched?.close();
    await desk?.stop();
  });

  it('shows what a walkthrough would send along, line by line, and sends what was left', async () => {
    await panel.evaluate(async () => {
      const ask = (call: string, argument: unknown) =>
        (globalThis as unknown as Extension).chrome.runtime.sendMessage({ call, argument });
      const { value } = (await ask('content/catalogue', undefined)) as {
        value: { guides: { id: string; console: string }[] };
      };
      await ask('walk/start', { guide: value.guides[0]!.id, tab: null });
    });
    await panel.waitForSelector('.gj-carried');
    const lines = () =>
      panel.$$eval('.gj-carried-line', (all) => all.map((line) => line.textContent?.split(':')[0]));
    expect(await lines()).toEqual(expect.arrayContaining(['안내', '단계', '콘솔', '브라우저']));
    await panel.locator('.gj-carried-line input').click();
    expect(await panel.$$eval('.gj-carried-line input:checked', (all) => all.length)).toBe(
      (await lines()).length - 1,
    );
  });

  it('is kept while the desk is down, also when the background is stopped, and arrives once when it is up', async () => {
    const file = path.join(inject('home'), 'screen.txt');
    await writeFile(file, '첨부한 내용입니다');
    await panel.locator('aria/이메일 주소[role="textbox"]').fill('admin@example.com');
    await panel.locator('aria/문의 요약[role="textbox"]').fill('메일이 서버에서 사라져요');
    await panel.waitForSelector('::-p-text(아웃룩)', { timeout: 10_000 });
    await panel.locator('aria/회사명[role="textbox"]').fill('예제상사');
    await (await panel.waitForSelector('.gj-detail'))?.focus();
    await panel.waitForSelector('div.gj-detail:focus');
    await panel.keyboard.type('아웃룩에서 받은 뒤 웹메일에 없습니다.');
    await panel.locator('input[name="consent"]').click();
    const input = await panel.waitForSelector('input[type="file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await panel.waitForSelector('::-p-text(screen.txt)');
    await panel.locator('aria/제출[role="button"]').click();
    await panel.waitForSelector('::-p-text(아직 보내지 못했습니다)', { timeout: 15_000 });

    await stopBackground(launched);
    desk = await startDesk(inject('home'), inject('deskPort'));
    await panel.reload();
    await panel.locator('aria/문의하기[role="tab"]').click();
    // The outbox tries again by itself; its own timer decides when.
    const number = await until(
      async () => /\d{4}-\d{6}/.exec(await panel.evaluate(() => document.body.innerText))?.[0] ?? null,
      'a receipt number',
      50_000,
    );
    const listed = await giljabi('inquiries', 'list');
    expect(listed.split(number).length - 1).toBe(1);
    const shown = await giljabi('inquiries', 'show', number);
    expect(shown).toContain('메일이 서버에서 사라져요');
    expect(shown).toContain('screen.txt');
    // The guide was struck out: it goes nowhere, the step that would name it included.
    expect(shown).toContain('브라우저: ');
    expect(shown).not.toContain('안내: ');
  }, 120_000);
});
