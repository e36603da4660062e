import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS, until } from './support/chromium.ts';
import { WidgetPage, type WidgetSite, widgetSite } from './support/widget.ts';

/** The site's policy lets no desk in, and none listens: what is sent stays in the outbox, where these tests look for it. */
let browser: Browser;
let site: WidgetSite;
let form: WidgetPage;

beforeAll(async () => {
  site = await widgetSite(inject('home'), '<giljabi-inquiry></giljabi-inquiry>');
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});
beforeEach(() => {
  site.hold.clear();
});
afterEach(async () => {
  await form.page.browserContext().close();
});

const NO = Promise.resolve(false);
const WORDS = {
  email: 'hong@company.example',
  summary: '메일이 오지 않습니다',
  organization: '한빛상사',
  detail: '어제부터 거래처 메일이 오지 않습니다.',
};

async function fill(): Promise<void> {
  for (const [name, words] of Object.entries(WORDS)) {
    const selector = name === 'detail' ? '.gj-detail' : `[name="${name}"]`;
    await (await form.find(selector)).focus();
    // Where the editor comes, it takes the place of the plain field: then the caret is in it.
    if (name === 'detail') await form.find('.gj-detail:focus');
    await form.page.keyboard.type(words);
  }
}
const saved = () => form.page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
const submit = async () => {
  const box = await form.find('[name="consent"]');
  if (!(await box.evaluate((input) => (input as HTMLInputElement).checked))) await box.click();
  await (await form.find('.gj-submit button')).click();
};
const shown = () =>
  form.page.evaluate(() => {
    const root = document.querySelector('giljabi-inquiry')?.shadowRoot as ShadowRoot;
    const of = (selector: string) => {
      const field = root.querySelector<HTMLInputElement>(selector);
      return field?.value ?? field?.innerText ?? '';
    };
    return {
      email: of('[name="email"]'),
      summary: of('[name="summary"]'),
      organization: of('[name="organization"]'),
      detail: of('.gj-detail').trim(),
    };
  });
/** All rows of a table of one of our databases; none when it is not there. */
const rows = (database: string, table: string): Promise<Record<string, Record<string, string>>[]> =>
  form.page.evaluate(
    async (name, of) => {
      if (!(await indexedDB.databases()).some((each) => each.name === name)) return [];
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const base = await asked(indexedDB.open(name));
      const all = await asked(base.transaction(of).objectStore(of).getAll());
      base.close();
      return all;
    },
    database,
    table,
  );

describe('what was written is not lost', () => {
  it('when the code that stores and sends cannot be fetched: it waits in the browser and goes out later, once', async () => {
    site.hold.set(/\/widget\/(post|late|later-sheet|ko-later|rich)-/, NO);
    form = await WidgetPage.open(browser, site.url);
    await fill();
    await saved();
    expect(await rows('giljabi', 'drafts')).toEqual([]);
    await submit();
    await form.page.waitForSelector('>>> .gj-notice-caution ::-p-text(이 브라우저에 저장되어 있습니다)');
    expect(await shown()).toEqual(WORDS);
    await form.axe();

    await form.page.reload();
    await saved();
    expect(await shown()).toEqual(WORDS);

    site.hold.clear();
    await form.page.reload();
    await saved();
    expect(await shown()).toEqual(WORDS);
    await submit();
    await form.page.waitForSelector('>>> .gj-outcome ::-p-text(아직 보내지 못했습니다)');
    const [entry, ...more] = await rows('giljabi', 'outbox');
    expect(more).toEqual([]);
    expect(entry?.inquiry).toMatchObject({ summary: WORDS.summary, detail: WORDS.detail });
    await until(async () => (await rows('giljabi:pocket', 'drafts')).length === 0, 'the pocket is empty');

    await form.page.reload();
    await form.find('[name="summary"]');
    expect((await shown()).summary).toBe('');
    expect(await rows('giljabi', 'outbox')).toHaveLength(1);
  });

  it('when nothing at all can be fetched after the first draft: the outbox needs nothing more', async () => {
    form = await WidgetPage.open(browser, site.url);
    await fill();
    await saved();
    await form.page.waitForSelector('>>> div.gj-detail');
    const asked: string[] = [];
    form.page.on('request', (request) => {
      if (request.url().startsWith(site.url)) asked.push(request.url());
    });
    site.hold.set(/./, NO);
    await submit();
    await form.page.waitForSelector('>>> .gj-outcome ::-p-text(아직 보내지 못했습니다)');
    expect(await rows('giljabi', 'outbox')).toMatchObject([{ inquiry: { detail: WORDS.detail } }]);
    expect(asked).toEqual([]);
  });
});
