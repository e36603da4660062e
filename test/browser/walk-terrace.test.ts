import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startTerrace } from '../consoles/start.ts';
import { type Launched, launch } from './support/chromium.ts';
import { signInTerrace } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';

const OUTBREAK = '[TMSe]스팸서버에서 스팸메일이 발송되는 원인 및 예방 조치 방법';
const CONCURRENT = '[TMSe] 동시 접속 횟수 제한 설정하기';
const ALLOW = '[TMSe] 접속 단계 허용에 발송 IP 추가하기';

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
});
