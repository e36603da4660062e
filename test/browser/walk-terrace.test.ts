import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startTerrace } from '../consoles/start.ts';
import { type Launched, launch } from './support/chromium.ts';
import { signInTerrace } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';
import { followOwn } from './support/own-guide.ts';

const OUTBREAK = '[TMSe]스팸서버에서 스팸메일이 발송되는 원인 및 예방 조치 방법';
const CONCURRENT = '[TMSe] 동시 접속 횟수 제한 설정하기';
const ALLOW = '[TMSe] 접속 단계 허용에 발송 IP 추가하기';

const DELETE_IP = `1. [필터 관리 > 스팸 고급 필터 > 접속 단계 허용 > 발송 IP]를 클릭합니다.
2. 지울 항목의 오른쪽 [삭제]를 클릭합니다.
   > [!CAUTION]
   > 삭제한 항목은 되돌릴 수 없습니다.
3. [확인]을 클릭합니다.
`;

describe('an admin follows a guide on a Terrace console at an address of its own', () => {
  let launched: Launched;
  let terrace: Awaited<ReturnType<typeof startTerrace>>;
  let page: Page;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
  });
  afterAll(() => launched?.close());
  beforeEach(async () => {
    terrace = await startTerrace();
    page = await launched.browser.newPage();
    await signInTerrace(page, terrace.url);
    return async () => {
      await page.close();
      await terrace.close();
    };
  });

  it('blocks SMTP AUTH from abroad; the page that comes back after saving proves it', async () => {
    const overlay = await startGuide(launched, page, '해외 IP', OUTBREAK);
    await followUntil(overlay, '사용을 선택합니다');
    await doStep(overlay);
    await overlay.says('누르기 전에 확인해 주세요');
    await followUntil(overlay, '저장을 클릭');
    expect(terrace.state().switches.smtpAuthForeignIp?.use).toBe(false);
    await overlay.clickRing();
    await overlay.says('저장된 값을 확인했습니다');
    expect(terrace.state().switches.smtpAuthForeignIp?.use).toBe(true);
  });

  it('limits connections at a time: a number is typed, and read back', async () => {
    const overlay = await startGuide(launched, page, '동시 접속', CONCURRENT);
    await followUntil(overlay, '최대 접속 횟수');
    await overlay.clickRing();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('25');
    await page.keyboard.press('Tab');
    await overlay.says('저장을 클릭');
    await overlay.clickRing();
    const seen = await overlay.says('저장된 값을 확인했습니다');
    expect(seen.card).toContain('25');
    expect(terrace.state().switches.concurrentLimit).toMatchObject({ use: true, max: 25 });
  });

  it('adds an address to a list, and finds it there again', async () => {
    const overlay = await startGuide(launched, page, '발송 IP', ALLOW);
    await followUntil(overlay, 'IP 주소');
    await overlay.clickRing();
    await page.keyboard.type('203.0.113.25');
    await page.keyboard.press('Tab');
    await overlay.says('선택 사항');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭');
    await overlay.clickRing();
    const seen = await overlay.says('저장된 값을 확인했습니다');
    expect(seen.card).toContain('203.0.113.25');
    expect(terrace.state().lists.sendIpAllow?.map((entry) => entry.value)).toContain('203.0.113.25');
  });

  it('deletes a row that the console asks about in a window of the browser: only its being gone counts', async () => {
    // A second one, so that every row has its button.
    await page.evaluate(async (url) => {
      await fetch(url, { method: 'POST', body: new URLSearchParams({ value: '203.0.113.7', note: '' }) });
    }, `${terrace.url}/filter/sendIpAllow.do`);
    const [first, ...others] = terrace.state().lists.sendIpAllow ?? [];
    expect(others).toHaveLength(1);
    const overlay = await followOwn(launched, page, 'terrace', DELETE_IP, { outcome: 'removed' });
    let answer: 'dismiss' | 'accept' = 'dismiss';
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.message());
      await dialog[answer]();
    });
    await followUntil(overlay, '줄마다 같은 버튼이 있습니다');
    const press = async () => {
      const { rings } = await overlay.rest((seen) => seen.rings.length > 1);
      const { x, y, width, height } = rings[0]!;
      await page.mouse.click(x + width / 2, y + height / 2);
    };
    await press();
    expect((await overlay.says('누르기 전에')).card).toContain(first!.value);
    expect(asked).toEqual([]);
    await press();
    // Thought better of it: the row is there, and nothing is called done.
    await overlay.says('확인을 클릭');
    expect(asked).toHaveLength(1);
    expect(terrace.state().lists.sendIpAllow).toEqual([first, ...others]);
    answer = 'accept';
    await page.locator('tbody tr:first-child input[value="삭제"]').click();
    const { card } = await overlay.says('저장된 값을 확인했습니다');
    expect(asked).toHaveLength(2);
    expect(card).toContain(first!.value);
    expect(terrace.state().lists.sendIpAllow).toEqual(others);
  });
});
