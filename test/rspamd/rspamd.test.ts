import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, inject, it } from 'vitest';
import { type Launched, launch, until } from '../browser/support/chromium.ts';
import { startGuide } from '../browser/support/guide.ts';
import { type Rspamd, startRspamd } from './server.ts';

const MESSAGE = `From: Best Offers <win@cheap-watches.example>
To: someone@company.example
Subject: You have won a luxury watch, act now
Date: Sat, 21 Nov 2026 10:00:00 +0900
Message-ID: <1@cheap-watches.example>

Congratulations dear winner! Claim your luxury watch today, limited offer, send your bank account number
and transfer fee within twenty four hours to receive the exclusive prize from our lottery department.
`;

describe('an admin follows guides on a console that nobody here wrote', () => {
  let launched: Launched;
  let rspamd: Rspamd;
  let page: Page;

  beforeAll(async () => {
    rspamd = await startRspamd();
    launched = await launch(inject('extension'));
  });
  afterAll(async () => {
    await launched?.close();
    await rspamd?.close();
  });
  beforeEach(async () => {
    page = await launched.browser.newPage();
    await page.goto(rspamd.url);
    await page.waitForFunction(() => document.querySelector('#navBar')?.textContent?.includes('Scan/Learn'));
    return () => page.close();
  });

  it('raises the score at which mail is rejected', async () => {
    const overlay = await startGuide(launched, page, 'Rspamd 거부', '[Rspamd] 메일을 거부하는 점수 올리기');
    await overlay.says('Configuration');
    await overlay.clickRing();
    await overlay.says('새 점수');
    await overlay.clickRing();
    await replaceWith('18');
    await overlay.says('Save actions');
    await overlay.clickRing();
    await until(async () => {
      const actions = await rspamd.ask<{ action: string; value: number | null }[]>('actions');
      return actions.find(({ action }) => action === 'reject')?.value === 18;
    }, 'rspamd has the new score');
  });

  it('scans a message', async () => {
    const before = await rspamd.ask<{ scanned: number }>('stat');
    const overlay = await startGuide(launched, page, 'Rspamd 검사', '[Rspamd] 의심스러운 메일 검사해 보기');
    await overlay.says('Scan/Learn');
    await overlay.clickRing();
    await overlay.says('Message source');
    await overlay.clickRing();
    await paste(MESSAGE);
    await overlay.says('Scan message');
    await overlay.clickRing();
    await until(
      async () => (await rspamd.ask<{ scanned: number }>('stat')).scanned > before.scanned,
      'rspamd has scanned it',
    );
  });

  it('teaches a message as spam', async () => {
    const overlay = await startGuide(launched, page, 'Rspamd 학습', '[Rspamd] 걸러지지 않은 스팸 학습시키기');
    await overlay.says('Scan/Learn');
    await overlay.clickRing();
    await overlay.says('Message source');
    await overlay.clickRing();
    await paste(MESSAGE);
    await overlay.says('Upload SPAM');
    await overlay.clickRing();
    await until(
      async () => (await rspamd.ask<{ learned: number }>('stat')).learned === 1,
      'rspamd has learnt it',
    );
  });

  const replaceWith = async (value: string) => {
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  };
  const paste = async (text: string) => {
    await page.keyboard.sendCharacter(text);
    await page.keyboard.press('Tab');
  };
});
