import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { loadKey } from '../../desk/publish/keys.ts';
import { publish } from '../../desk/publish/publish.ts';
import { startHiworks } from '../consoles/start.ts';
import { type BundleServer, serveBundle } from './support/bundle-server.ts';
import { axeOnCard } from './support/card.ts';
import { type Launched, launch, openPopup, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const NEWER = '이 안내의 새 판이 나왔습니다';
const GONE = '이 안내는 새 도움말에서 빠졌습니다';

describe('a new version of the help comes while a guide is being followed', () => {
  let work: string;
  let bundles: Record<'first' | 'changed' | 'gone', string>;
  let server: BundleServer;
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  beforeAll(async () => {
    const home = inject('home');
    work = await mkdtemp(path.join(home, 'newer-'));
    const content = path.join(work, 'content');
    await cp(path.resolve(import.meta.dirname, '../../content'), content, { recursive: true });
    bundles = { first: path.join(home, 'bundle'), changed: path.join(work, 'a'), gone: path.join(work, 'b') };
    for (const out of [bundles.changed, bundles.gone]) await cp(bundles.first, out, { recursive: true });
    const key = await loadKey(path.join(home, 'keys'), 'publish');
    const publishTo = async (out: string) => {
      const done = await publish({ content, out, days: 90, publishKey: key, receiptKey: key.key });
      if (!done.published) throw new Error(JSON.stringify(done.problems));
    };
    const manual = path.join(content, 'hiworks/pop3-smtp-on.md');
    const text = await readFile(manual, 'utf8');
    await writeFile(manual, text.replace('[사용 함]을 선택', '새로 쓴 문장으로 [사용 함]을 선택'));
    await publishTo(bundles.changed);
    // Other articles refer to it, so the guide goes and the article stays.
    const changed = await readFile(manual, 'utf8');
    await writeFile(manual, changed.replace(/^---$/m, '---\nguide: false'));
    await publishTo(bundles.gone);
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  beforeEach(async () => {
    server = await serveBundle(bundles.first, inject('deskPort'));
    launched = await launch(inject('extension'));
    hiworks = await startHiworks();
    page = await launched.browser.newPage();
    await signInHiworks(page, hiworks.url);
    return async () => {
      await launched.close();
      await hiworks.close();
      await server.close();
    };
  });

  /** The desk has published, and the background asks it. */
  const take = async (which: keyof typeof bundles) => {
    server.dir = bundles[which];
    const own = await launched.browser.newPage();
    await own.goto(`chrome-extension://${launched.extension.id}/options.html`);
    const { value } = await own.evaluate(() => {
      type Chrome = { runtime: { sendMessage(what: object): Promise<{ value: { source: string } }> } };
      const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
      return runtime.sendMessage({ call: 'bundle/sync' });
    });
    expect(value).toMatchObject({ source: 'synced', problem: null });
    await own.close();
    await page.bringToFront();
  };

  it('the one that was begun goes on to its end, which says so and begins the newer one', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '사용 함을 선택합니다');
    await take('changed');
    // Also on a page that was loaded since.
    await page.reload();
    const { card } = await overlay.says('사용 함을 선택합니다');
    expect(card).toContain('6단계 중');
    expect(card).not.toContain('새로 쓴 문장');
    expect(card).not.toContain(NEWER);
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    const end = await overlay.says('저장된 값을 확인했습니다');
    expect(end.card).toContain(NEWER);
    expect(end.card).toContain('사용 안함 → 사용 함');
    expect(hiworks.state().pop3.use).toBe(true);
    expect(await axeOnCard(launched, page)).toEqual([]);

    await overlay.press('새 판으로 처음부터');
    const begun = await overlay.says('새로 쓴 문장으로 사용 함을 선택합니다');
    expect(begun.card).not.toContain(NEWER);
  });

  it('taken up again it says so, until the admin goes on with the one that was begun', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '사용 함을 선택합니다');
    await overlay.press('나가기');
    await overlay.gone();
    await take('changed');
    const popup = await openPopup(launched, page);
    await popup.locator('button ::-p-text(이어서 하기)').setTimeout(10_000).click();
    await page.bringToFront();
    const { card } = await overlay.says(NEWER);
    expect(card).toContain('사용 함을 선택합니다');
    expect(card).toContain('6단계 중 4단계');
    await doStep(overlay);
    await followUntil(overlay, '선택 사항');
    await until(async () => !(await overlay.look()).card?.includes(NEWER), 'it was said');
  });

  it('a guide that is there no more is walked to its end, and nothing of it has failed', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '사용 함을 선택합니다');
    await take('gone');
    await page.reload();
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    const { card } = await overlay.says('저장된 값을 확인했습니다');
    expect(card).toContain(GONE);
    expect(card).not.toContain('새 판으로');
    expect(card).not.toContain('하지 못함');
    expect(hiworks.state().pop3.use).toBe(true);
  });
});
