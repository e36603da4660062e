import path from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What layout decides: hidden, covered, modal. Only a real engine can tell. */
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../shared/locate/index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'giljabiLocate',
    write: false,
    target: 'es2024',
  });
  script = bundle.outputFiles[0]!.text;
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
});

afterAll(async () => {
  await browser?.close();
});

async function show(html: string): Promise<void> {
  await page.setContent(`<!doctype html><html lang="ko"><body style="margin:0">${html}</body></html>`);
  await page.evaluate(script);
  await page.evaluate(`globalThis.giljabiLocate ??= giljabiLocate`);
}

interface Told {
  verdict: string;
  reason: string;
  id: string | null;
  control: string | null;
  segment: number;
  states: string[];
}

async function find(wanted: object, ours = ''): Promise<Told> {
  return (await page.evaluate(
    (given, ours) => {
      const locate = (
        globalThis as unknown as { giljabiLocate: typeof import('../../shared/locate/index.ts') }
      ).giljabiLocate;
      const ignore = (element: Element) => ours !== '' && element.matches(ours);
      const match = locate.find(given as Parameters<typeof locate.find>[0], document, { ignore });
      return {
        verdict: match.verdict,
        reason: match.reason,
        id: match.element?.id ?? null,
        control: match.control?.id ?? null,
        segment: match.segment,
        states: match.candidates.map((one) => one.state),
      };
    },
    wanted,
    ours,
  )) as Told;
}

describe('dialogs', () => {
  const both = '<button id="out">저장</button><button id="mail">메일</button>';

  test('a native modal dialog takes the words to itself', async () => {
    await show(`${both}<dialog><h2>예외 사용자 추가</h2><button id="in">저장</button></dialog>`);
    expect(await find({ action: 'save', labels: ['저장'] })).toMatchObject({ verdict: 'certain', id: 'out' });
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    expect(await find({ action: 'save', labels: ['저장'] })).toMatchObject({ verdict: 'certain', id: 'in' });
    expect(await find({ action: 'click', labels: ['메일'] })).toMatchObject({
      verdict: 'probable',
      reason: 'behind-dialog',
    });
  });

  test('so does a dialog that is only drawn: a layer over the whole window', async () => {
    await show(
      `${both}<div style="position:fixed;inset:0;background:#0008"></div><div style="position:fixed;left:200px;top:150px;width:600px;height:400px;background:#fff"><h2>추가</h2><button id="in">저장</button></div>`,
    );
    expect(await find({ action: 'save', labels: ['저장'] })).toMatchObject({ verdict: 'certain', id: 'in' });
    expect((await find({ action: 'click', labels: ['메일'] })).verdict).toBe('probable');
  });
});

describe('what can be seen', () => {
  test('a menu that CSS has closed: the segment before is shown', async () => {
    await show(
      '<style>.sub{display:none}.open .sub{display:block}</style><nav id="n"><a href="#x" id="a">필터 관리</a><div class="sub"><a href="/b" id="b">스팸 고급 필터</a></div></nav>',
    );
    const wanted = { action: 'open-menu-path', labels: ['필터 관리', '스팸 고급 필터'] };
    expect(await find(wanted)).toMatchObject({
      verdict: 'certain',
      id: 'a',
      segment: 0,
      reason: 'menu-closed',
    });
    await page.evaluate(() => document.querySelector('#n')!.classList.add('open'));
    expect(await find(wanted)).toMatchObject({ verdict: 'certain', id: 'b', segment: 1 });
  });

  test('a radio without ink is shown by its label, and stays known', async () => {
    await show(
      '<style>input{position:absolute;opacity:0;width:1px;height:1px}</style><label id="l1" for="r1">사용 함</label><input type="radio" id="r1" name="u"><label id="l2" for="r2">사용 안함</label><input type="radio" id="r2" name="u">',
    );
    expect(await find({ action: 'select', labels: ['사용 함'] })).toMatchObject({
      verdict: 'certain',
      id: 'l1',
      control: 'r1',
    });
  });

  test('what lies under something else is covered and not certain', async () => {
    await show(
      '<button id="b" style="position:absolute;left:50px;top:50px;width:100px;height:30px">저장</button><div style="position:absolute;z-index:5;left:0;top:0;width:500px;height:500px;background:#eee">잠시만 기다려 주세요</div>',
    );
    expect(await find({ action: 'save', labels: ['저장'] })).toMatchObject({
      verdict: 'probable',
      reason: 'covered',
    });
  });

  test('what is not part of the console covers nothing: our own card over the target', async () => {
    const button =
      '<button id="b" style="position:absolute;left:50px;top:50px;width:100px;height:30px">저장</button>';
    const over = (id: string) =>
      `<div id="${id}" style="position:fixed;z-index:5;inset:0;background:#eee"><button>저장</button></div>`;
    for (const [html, verdict] of [
      [button + over('ours'), 'certain'],
      [button + over('theirs'), 'certain'], // their layer is a dialog that has a button of its own
      [`${button}<div id="theirs" style="position:fixed;z-index:5;inset:0"></div>`, 'probable'],
      [`${button}<div id="ours" style="position:fixed;z-index:5;inset:0"></div>`, 'certain'],
    ] as const) {
      await show(html);
      const told = await find({ action: 'save', labels: ['저장'] }, '#ours');
      expect(told.verdict, html).toBe(verdict);
      if (!html.includes('theirs')) expect(told.id, html).toBe('b');
    }
  });

  test('a fixed bar covers nothing: the page scrolls under it', async () => {
    await show(
      '<div style="position:fixed;top:0;left:0;right:0;height:60px;background:#ddd">머리</div><button id="b" style="margin:10px">저장</button><div style="height:3000px"></div><button id="far">보안 메일</button>',
    );
    expect(await find({ action: 'save', labels: ['저장'] })).toMatchObject({ verdict: 'certain', id: 'b' });
    expect(await find({ action: 'click', labels: ['보안 메일'] })).toMatchObject({
      verdict: 'certain',
      id: 'far',
    });
  });
});

describe('trees in trees', () => {
  test('a frame in a frame, a closed root in it, and what changes there after the first look', async () => {
    await show(
      '<h1>콘솔</h1><iframe id="outer" srcdoc="<iframe id=inner srcdoc=\'<p>안쪽</p>\'></iframe>"></iframe>',
    );
    await page.waitForFunction(() => {
      const outer = document.querySelector<HTMLIFrameElement>('#outer')!.contentDocument;
      return outer?.querySelector<HTMLIFrameElement>('#inner')?.contentDocument?.querySelector('p');
    });
    const told = await page.evaluate(() => {
      const { find, locate, capture, look } = (
        globalThis as unknown as { giljabiLocate: typeof import('../../shared/locate/index.ts') }
      ).giljabiLocate;
      const inside = (frame: Element | null) => (frame as HTMLIFrameElement).contentDocument!;
      const inner = inside(inside(document.querySelector('#outer')).querySelector('#inner'));
      const host = inner.body.appendChild(inner.createElement('div'));
      host.innerHTML = '<span>밝은 곳</span>';
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<h2>설정</h2><button id="deep">저장</button><slot></slot>';
      const frame = (element: Element) => (element as HTMLIFrameElement).contentDocument;
      const shadow = (element: Element) => (element === host ? root : element.shadowRoot);
      const wanted = { action: 'save' as const, labels: ['저장'] };
      const verdict = (seam: object) => find(wanted, document, seam).verdict;
      const seen = look(document, { frame, shadow });
      const same = look(document, { frame, shadow }) === seen;
      const kept = capture(root.querySelector('button')!, seen);
      const first = [verdict({}), verdict({ frame }), verdict({ frame, shadow })];
      root.querySelector('h2')!.textContent = '환경 설정';
      const again = locate(kept, document, { frame, shadow })?.element.id;
      root.querySelector('button')!.disabled = true;
      const off = find(wanted, document, { frame, shadow }).reason;
      root.querySelector('button')!.remove();
      return { first, same, again, off, last: verdict({ frame, shadow }) };
    });
    expect(told).toEqual({
      first: ['missing', 'missing', 'certain'],
      same: true,
      again: 'deep',
      off: 'disabled',
      last: 'missing',
    });
  });
});
