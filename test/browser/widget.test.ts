import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS } from './support/chromium.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';
import { freePort } from './support/ports.ts';

const home = inject('home');
const port = inject('deskPort');
const deskUrl = `http://127.0.0.1:${port}`;
/** Somebody else's site that embeds the widget, with a policy as strict as they come. */
const policy = [
  "default-src 'none'",
  `script-src ${deskUrl}`,
  `connect-src 'self' ${deskUrl}`,
  "style-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

let browser: Browser;
let desk: DeskProcess;
let site: Server;
let siteUrl: string;
let page: Page;
let cdp: CDPSession;
/** A copy of the bundle, to be damaged. */
let copy: string;
let element = '<giljabi-inquiry></giljabi-inquiry>';

beforeAll(async () => {
  copy = await mkdtemp(path.join(os.tmpdir(), 'giljabi-bundle-'));
  const sitePort = await freePort();
  siteUrl = `http://127.0.0.1:${sitePort}/`;
  site = createServer(async (request, response) => {
    if (request.url?.startsWith('/bundle/')) {
      const bytes = await readFile(path.join(copy, request.url.slice(8))).catch(() => null);
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(`<!doctype html><html lang="ko"><title>다른 사이트</title>
      <script type="module" src="${deskUrl}/widget.js"></script><main><h1>도움말</h1>${element}</main></html>`);
  }).listen(sitePort, '127.0.0.1');
  desk = await startDesk(home, port, ['--allow', new URL(siteUrl).origin]);
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  await desk?.stop();
  await rm(copy, { recursive: true, force: true });
});

beforeEach(async () => {
  await rm(copy, { recursive: true, force: true });
  await cp(path.join(home, 'bundle'), copy, { recursive: true });
  element = '<giljabi-inquiry></giljabi-inquiry>';
});

afterEach(async () => {
  const broken = await page.evaluate(() => (window as unknown as { broken: string[] }).broken);
  await page.browserContext().close();
  expect(broken, 'violations of the policy').toEqual([]);
});

/** Opens the embedding site in a fresh profile. Roots are opened for the test's eyes only; the build is the real one. */
async function open({ closed = false } = {}): Promise<void> {
  const context = await browser.createBrowserContext();
  page = await context.newPage();
  await page.evaluateOnNewDocument((stayClosed) => {
    const seen = { broken: [] as string[], events: [] as [string, unknown][] };
    Object.assign(window, seen);
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.broken.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    for (const name of ['received', 'kept', 'refused', 'solved', 'problem', 'open'])
      document.addEventListener(`giljabi:${name}`, (event) =>
        seen.events.push([name, (event as CustomEvent).detail]),
      );
    if (stayClosed) return;
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  }, closed);
  cdp = await page.createCDPSession();
  await page.goto(siteUrl);
}

const seen = () =>
  page.evaluate(() => (window as unknown as { events: [string, Record<string, unknown>][] }).events);
/** The events told so far, once there are `count` of them. */
async function events(count: number): Promise<[string, Record<string, unknown>][]> {
  await page.waitForFunction(
    (least) => (window as unknown as { events: unknown[] }).events.length >= least,
    {},
    count,
  );
  return seen();
}
const field = (name: string) => page.waitForSelector(`>>> [name="${name}"]`);
const text = (selector: string) =>
  page
    .waitForSelector(`>>> ${selector}`)
    .then((found) => found!.evaluate((node) => (node as HTMLElement).innerText));
const says = (selector: string, words: string) => page.waitForSelector(`>>> ${selector} ::-p-text(${words})`);
const gone = (selector: string) => page.waitForSelector(`>>> ${selector}`, { hidden: true });

async function type(name: string, words: string): Promise<void> {
  await (await field(name))!.focus();
  await page.keyboard.type(words);
}

async function press(words: string): Promise<void> {
  await (await page.waitForSelector(`>>> button ::-p-text(${words})`))!.focus();
  await page.keyboard.press('Enter');
}

async function fill(): Promise<void> {
  await type('email', 'kim@company.co.kr');
  await type('summary', '특정 도메인 메일이 안 들어와요');
  await type('organization', '길찾기상사');
  await (await page.waitForSelector('>>> .gj-detail'))!.focus();
  await page.waitForSelector('>>> div.gj-detail:focus');
  await page.keyboard.type('어제부터 거래처 메일이 오지 않습니다.');
  await agree();
}

/** By keyboard: suggestions that are just coming in may move the box from under the mouse. */
async function agree(): Promise<void> {
  await (await field('consent'))!.focus();
  await page.keyboard.press('Space');
}

async function axe(): Promise<void> {
  const { violations } = await new AxePuppeteer(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

describe('<giljabi-inquiry> on a strict page', () => {
  it('keeps its root closed, sets no cookie and reads the signed bundle', async () => {
    element = '<giljabi-inquiry email="lee@company.co.kr"></giljabi-inquiry>';
    await open({ closed: true });
    const found = await page.waitForSelector('aria/문의 요약');
    expect(found).not.toBeNull();
    expect(await page.evaluate(() => document.querySelector('giljabi-inquiry')?.shadowRoot)).toBeNull();
    expect(await page.browserContext().cookies()).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  it('suggests at every input event, also while a syllable is being composed', async () => {
    await open();
    await (await field('summary'))!.click();
    for (const composed of ['ㅅ', '스', '슾', '스패', '스팸', '스팸ㅁ', '스팸메', '스팸메이', '스팸메일'])
      await cdp.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      });
    // Nothing was committed yet: the composition is still open.
    expect(await text('.gj-suggestions')).toContain('스팸');
    await axe();
  });

  it('shows a document in place, and lets the person say that it was enough', async () => {
    await open();
    await type('summary', 'too many recipient');
    await (await page.waitForSelector('>>> .gj-suggestions [data-hit]'))!.click();
    expect(await text('.gj-preview h2')).toContain('too many recipient');
    await page.waitForSelector('>>> .gj-preview .gj-article p');
    await axe();
    const counted = page.waitForResponse(
      (each) => each.url().endsWith('/api/solved') && each.request().method() === 'POST',
    );
    await press('네, 해결되었습니다');
    await says('.gj-outcome h2', '해결되어 다행입니다');
    expect((await counted).status()).toBe(204);
    expect(JSON.parse((await counted).request().postData() ?? '')).toEqual({
      article: 'tmse-too-many-recipients',
    });
    expect(await events(1)).toEqual([['solved', { article: 'tmse-too-many-recipients' }]]);
    await axe();
    // The draft is gone: a new visit starts empty.
    await page.reload();
    expect(await (await field('summary'))!.evaluate((input) => (input as HTMLInputElement).value)).toBe('');
  });

  it('names every problem, goes to the first, and takes the word back when it is mended', async () => {
    await open();
    await (await field('email'))!.click();
    await press('제출');
    const first = () =>
      page.evaluate(() => {
        const input = document.querySelector('giljabi-inquiry')?.shadowRoot
          ?.activeElement as HTMLInputElement;
        const root = input.getRootNode() as ShadowRoot;
        const said = (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => root.getElementById(id)?.textContent ?? '');
        return { name: input.name, invalid: input.getAttribute('aria-invalid'), said: said.join(' ') };
      });
    await page.waitForSelector('>>> .gj-error');
    expect(await first()).toMatchObject({
      name: 'email',
      invalid: 'true',
      said: expect.stringContaining('이메일 주소를 적어 주세요.'),
    });
    expect((await page.$$('>>> .gj-error')).length).toBe(5);
    await axe();
    await page.keyboard.type('kim@company.co.kr');
    expect((await page.$$('>>> .gj-error')).length).toBe(4);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () =>
        (document.querySelector('giljabi-inquiry')?.shadowRoot?.activeElement as HTMLInputElement)?.name ===
        'summary',
    );
  });

  it('takes files by button, by drop and by paste, and says why one is not taken', async () => {
    await open();
    const chooser = await page.waitForSelector('>>> input[type=file]');
    const good = path.join(copy, 'screen.png');
    await writeFile(good, new Uint8Array([137, 80, 78, 71]));
    const bad = path.join(copy, 'tool.exe');
    await writeFile(bad, 'MZ');
    await (chooser as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(good, bad);
    expect(await text('.gj-files')).toContain('screen.png');
    expect(await text('.gj-error')).toContain('tool.exe는 올릴 수 없는 형식입니다.');
    await page.evaluate(() => {
      const root = document.querySelector('giljabi-inquiry')?.shadowRoot as ShadowRoot;
      const give = (
        name: string,
        file: string,
        kind: typeof DragEvent | typeof ClipboardEvent,
        at: string,
      ) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], file, { type: file.endsWith('png') ? 'image/png' : 'text/plain' }));
        const init = {
          bubbles: true,
          cancelable: true,
          composed: true,
          dataTransfer: data,
          clipboardData: data,
        };
        root.querySelector(at)?.dispatchEvent(new kind(name, init));
      };
      give('drop', 'mail.log', DragEvent, '.gj-drop');
      give('paste', 'image.png', ClipboardEvent, '.gj-detail');
    });
    await page.waitForFunction(
      () =>
        document.querySelector('giljabi-inquiry')?.shadowRoot?.querySelectorAll('.gj-files li').length === 3,
    );
    expect(await text('.gj-files')).toMatch(/mail\.log[\s\S]*화면 갈무리 \d{6}\.png/);
    await (await page.waitForSelector('>>> [aria-label="screen.png 첨부 취소"]'))!.click();
    expect(await text('.gj-files')).not.toContain('screen.png');
    await axe();
  });

  it('keeps a draft over a reload, sends it, and shows the number of the receipt', async () => {
    await open();
    await fill();
    await await page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
    await page.reload();
    await page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
    expect(await (await field('detail'))!.evaluate((area) => (area as HTMLTextAreaElement).value)).toBe(
      '어제부터 거래처 메일이 오지 않습니다.',
    );
    // Consent is never remembered for somebody.
    expect(await (await field('consent'))!.evaluate((box) => (box as HTMLInputElement).checked)).toBe(false);
    await agree();
    await press('제출');
    expect(await text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    await axe();
    const [[name, detail]] = (await events(1)) as [[string, Record<string, unknown>]];
    expect(name).toBe('received');
    expect(detail.number).toBe(await text('.gj-number strong'));
    await press('새 문의 쓰기');
    expect(await (await field('summary'))!.evaluate((input) => (input as HTMLInputElement).value)).toBe('');
  });

  it('sends a composed sentence once, whole, by one Enter on its last syllable', async () => {
    await open();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/inquiries')) posts.push(request.url());
    });
    await fill();
    const summary = await field('summary');
    await summary!.evaluate((input) => (input as HTMLInputElement).select());
    await summary!.focus();
    for (const [states, done] of [
      [['ㅁ', '메', '멩', '메이', '메일'], '메일이'],
      [['ㅇ', '아', '안'], ' 안'],
      [['ㄷ', '도', '돼', '돼요'], ' 돼요'],
    ] as const) {
      for (const text of states)
        await cdp.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      if (done === ' 돼요')
        await cdp.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Process',
          code: 'Enter',
          windowsVirtualKeyCode: 229,
        });
      await cdp.send('Input.insertText', { text: done });
    }
    expect(await summary!.evaluate((input) => (input as HTMLInputElement).value)).toBe('메일이 안 돼요');
    await page.keyboard.press('Enter');
    expect(await text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    expect((await events(1)).map(([name]) => name)).toEqual(['received']);
    expect(posts).toHaveLength(1);
  });

  it('keeps an inquiry that cannot be sent, and sends it when the desk is back', async () => {
    await open();
    await fill();
    await page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
    await desk.stop();
    await press('제출');
    await says('.gj-outcome h2', '아직 보내지 못했습니다');
    await axe();
    desk = await startDesk(home, port, ['--allow', new URL(siteUrl).origin]);
    await press('지금 다시 보내기');
    expect(await text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
  });

  it.each([
    [
      'a changed manifest',
      async () =>
        writeFile(
          path.join(copy, 'manifest.json'),
          `${await readFile(path.join(copy, 'manifest.json'), 'utf8')} `,
        ),
      'signature-wrong',
    ],
    [
      'a changed part',
      async () => {
        for (const name of await readdir(path.join(copy, 'parts')))
          await writeFile(path.join(copy, 'parts', name), '{}');
      },
      'part-wrong',
    ],
    ['no bundle at all', async () => rm(path.join(copy, 'manifest.json')), 'unreachable'],
  ])('with %s says so once and still sends', async (_name, damage, code) => {
    await damage();
    element = `<giljabi-inquiry bundle="${siteUrl}bundle/"></giljabi-inquiry>`;
    await open();
    await fill();
    expect((await page.$$('>>> .gj-notice')).length).toBe(1);
    expect(await text('.gj-notice')).toContain('문의는 그대로 보낼 수 있습니다');
    await gone('.gj-suggestions');
    await axe();
    await press('제출');
    expect(await text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    expect((await events(2)).map(([event, detail]) => [event, detail.code])).toEqual([
      ['problem', code],
      ['received', undefined],
    ]);
  });
});

describe('<giljabi-search> on a strict page', () => {
  it('finds by choseong, moves by arrows, reads in place, and comes back', async () => {
    element = '<giljabi-search></giljabi-search>';
    await open();
    await (await page.waitForSelector('>>> input'))!.click();
    await page.keyboard.type('ㅅㅍㅅㅂ');
    await page.waitForSelector('>>> [data-hit] mark');
    await axe();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => {
      const root = document.querySelector('giljabi-search')?.shadowRoot as ShadowRoot;
      return [...root.querySelectorAll('[data-hit]')].indexOf(root.activeElement as HTMLElement);
    });
    expect(second).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForSelector('>>> .gj-reader .gj-article p');
    await axe();
    await press('검색 결과');
    await page.waitForSelector('>>> [data-hit]', { visible: true });
  });

  it('Enter on the last, unfinished syllable opens the first result once', async () => {
    element = '<giljabi-search></giljabi-search>';
    await open();
    await (await page.waitForSelector('>>> input'))!.click();
    await cdp.send('Input.imeSetComposition', { text: '승인자', selectionStart: 3, selectionEnd: 3 });
    await page.waitForSelector('>>> [data-hit]');
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await cdp.send('Input.insertText', { text: '승인자' });
    await page.waitForSelector('>>> .gj-reader');
    expect(await events(1)).toEqual([['open', { id: 'tmse-approver-info' }]]);
  });
});
