import path from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileManuals } from '../../desk/publish/compile.ts';
import { readContent } from '../../desk/publish/content.ts';
import { placeOf } from '../../extension/page/scene.ts';
import type { find } from '../../shared/locate/index.ts';
import { startHiworks, startTerrace } from '../consoles/start.ts';
import { filled, hiworksScreens, type Screen, terraceScreens } from './locate-screens.ts';
import { chromiumPath, FLAGS } from './support/chromium.ts';

/**
 * Every step of every guide that we ship, looked for on every screen of its console. What is written below is all
 * that may be certain: `key of the step -> screen -> what is found there`. Anything else has to be asked or missing.
 */
type Right = Record<string, Record<string, string>>;

const SAVE = 'input[저장]';
const HIWORKS: Right = {
  'click 하이웍스 관리': { '오피스 홈': 'a[하이웍스 관리]' },
  'fill IP 주소 @접근 IP 관리': { '접근 IP 관리': 'input[IP 주소]' },
  'select 허용 @접근 IP 관리': { '접근 IP 관리': 'input[허용]' },
  'select 차단 @접근 IP 관리': { '접근 IP 관리': 'input[차단]' },
  'click 추가 @접근 IP 관리': { '접근 IP 관리': 'button[추가]' },
  'select 수신 허용 @수신허용/차단': { '수신허용/차단': 'input[수신 허용]' },
  'select 수신 차단 @수신허용/차단': { '수신허용/차단': 'input[수신 차단]' },
  'fill 메일 주소 또는 도메인 @수신허용/차단': { '수신허용/차단': 'input[메일 주소 또는 도메인]' },
  'click 추가 @수신허용/차단': { '수신허용/차단': 'button[추가]' },
  'check POP3로 읽어간 메일을 서버에 보관 @POP3/SMTP 설정': {
    '보안 메일, 사용 함': 'input[POP3로 읽어간 메일을 서버에 보관]',
  },
  'save 저장 @POP3/SMTP 설정': {
    '보안 메일': 'button[저장]',
    '보안 메일, 사용 함': 'button[저장]',
    '예외 사용자 추가': 'button[저장] in dialog',
  },
  'select 사용 안함 @POP3/SMTP 설정': {
    '보안 메일': 'input[사용 안함]',
    '보안 메일, 사용 함': 'input[사용 안함]',
  },
  'select 사용 함 @POP3/SMTP 설정': {
    '보안 메일': 'input[사용 함]',
    '보안 메일, 사용 함': 'input[사용 함]',
  },
  'click 예외 사용자 추가 @POP3/SMTP 설정': { '보안 메일': 'button[예외 사용자 추가]' },
  'click 추가 @POP3/SMTP 설정': { '예외 사용자 추가': 'button[추가] in dialog' },
  'click 빼기 @POP3/SMTP 설정': { '예외 사용자 추가': 'button[빼기] in dialog' },
  'confirm 확인 @POP3/SMTP 설정': { '예외 사용자 삭제': 'button[확인] in dialog' },
  'select 사용 함 @POP3/SMTP 사용 @기본 설정': { '메일 환경 설정, 허용됨': 'input[사용 함]' },
  'save 저장 @기본 설정': { '메일 환경 설정, 허용됨': 'button[저장]' },
  // One in every row, and the manual leaves the row to the admin; the account is chosen by its name.
  'click 삭제 @삭제할 계정 @POP3/SMTP 설정': {},
  'select @POP3/SMTP 설정': {},
};

const list = (name: string): Right => ({
  [`click 발송 IP 추가 @${name}`]: {
    [name]: 'input[발송 IP 추가]',
    [`${name}, 추가`]: 'input[발송 IP 추가]',
  },
  [`fill IP 주소 @${name}`]: { [`${name}, 추가`]: 'input[IP 주소]' },
  [`fill 설명 @${name}`]: { [`${name}, 추가`]: 'input[설명]' },
  [`save 저장 @${name}`]: { [`${name}, 추가`]: SAVE },
});
const switched = (name: string): Right => ({
  [`select 사용 @${name}`]: { [name]: 'input[사용]' },
  [`fill 최대 접속 횟수 @${name}`]: { [name]: 'input[최대 접속 횟수]' },
  [`save 저장 @${name}`]: { [name]: SAVE },
});
const TERRACE: Right = {
  ...list('발송 IP'),
  ...list('Super White IP'),
  ...switched('동시 접속 횟수 제한'),
  ...switched('시간당 접속 횟수 제한'),
  'select 사용 @SMTP 인증 해외 IP 차단': { 'SMTP 인증 해외 IP 차단': 'input[사용]' },
  'save 저장 @SMTP 인증 해외 IP 차단': { 'SMTP 인증 해외 IP 차단': SAVE },
};

interface Told {
  key: string;
  path: string[] | null;
  screen: string;
  verdict: string;
  reason: string;
  segment: number;
  found: string | null;
}

type Wanted = Parameters<typeof find>[0];
type Asked = Pick<Told, 'key' | 'path'> & { wanted: Wanted };

let browser: Browser;
let script: string;
let asked: (console: string) => Asked[];

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../shared/locate/index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'giljabiLocate',
    footer: { js: 'globalThis.giljabiLocate = giljabiLocate;' },
    write: false,
    target: 'es2024',
  });
  script = bundle.outputFiles[0]!.text;
  const content = await readContent(path.resolve(import.meta.dirname, '../../content'), []);
  const guides = compileManuals(content, []).flatMap((each) => each.guides);
  asked = (id) =>
    guides
      .filter((guide) => guide.console === id)
      .flatMap((guide) =>
        guide.steps.map((step) => {
          // As the walkthrough asks.
          const within = [...step.within, ...placeOf(guide, step)];
          return {
            key: [step.action, step.labels.join(' > '), ...within.map((place) => `@${place}`)]
              .filter(Boolean)
              .join(' '),
            path: step.action === 'open-menu-path' ? step.labels : null,
            wanted: {
              action: step.action,
              labels: step.labels,
              within,
              value: step.value,
              locale: guide.lang,
              synonyms: content.consoles.find((one) => one.id === id)?.labels ?? [],
            },
          };
        }),
      );
  browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    args: FLAGS,
    defaultViewport: { width: 1280, height: 800 },
  });
});
afterAll(() => browser?.close());

/** What is found of each step on each screen. */
async function tour(screens: Screen[], url: string, steps: Asked[]): Promise<Told[]> {
  const page = await browser.newPage();
  const told: Told[] = [];
  for (const screen of screens) {
    await screen.open(page, url);
    await filled(page);
    await page.evaluate(script);
    told.push(...(await look(page, steps, screen.name)));
  }
  await page.close();
  return told;
}

function look(page: Page, steps: Asked[], screen: string): Promise<Told[]> {
  return page.evaluate(
    (list, screen) => {
      const { find: seek } = (globalThis as unknown as { giljabiLocate: { find: typeof find } })
        .giljabiLocate;
      const words = (one: HTMLInputElement) =>
        (one.labels?.[0]?.innerText || one.innerText || one.value).trim();
      return list.map(({ key, path, wanted }) => {
        const { verdict, reason, segment, element } = seek(wanted, document);
        const one = element as HTMLInputElement | null;
        const inside = one?.closest('dialog,[role="alertdialog"]') ? ' in dialog' : '';
        const found = one && `${one.localName}[${words(one)}]${inside}`;
        return { key, path, screen, verdict, reason, segment, found };
      });
    },
    steps,
    screen,
  );
}

describe.each([
  { id: 'hiworks', start: startHiworks, screens: hiworksScreens, right: HIWORKS },
  { id: 'terrace', start: startTerrace, screens: terraceScreens, right: TERRACE },
])('every step of the guides for $id on every screen of the console', ({ id, start, screens, right }) => {
  let told: Told[];

  beforeAll(async () => {
    const running = await start({ delay: 0 });
    told = await tour(screens, running.url, asked(id));
    await running.close();
  });

  it('is certain where it happens, of the right element, and nowhere else', () => {
    const certain: Right = {};
    for (const { key, path: way, screen, verdict, found } of told) {
      if (way) continue;
      certain[key] ??= {};
      if (verdict === 'certain') certain[key][screen] = found ?? '';
    }
    expect(certain).toEqual(right);
  });

  it('shows of a menu path the deepest part that can be seen, never other words', () => {
    const ways = told.filter((one) => one.path !== null);
    for (const one of ways.filter(({ verdict }) => verdict === 'certain')) {
      expect(one.found, `${one.key} on ${one.screen}`).toMatch(/^(?:a|button)\[/);
      expect(one.found, `${one.key} on ${one.screen}`).toContain(`[${one.path![one.segment]}]`);
    }
    // Every path can be followed from the first page to its end.
    for (const key of new Set(ways.map((one) => one.key))) {
      const mine = ways.filter((one) => one.key === key && one.verdict === 'certain');
      const last = mine[0]!.path!.length - 1;
      expect(new Set(mine.map((one) => one.segment)), key).toContain(last);
      expect(mine.filter((one) => one.segment < last).every((one) => one.reason === 'menu-closed')).toBe(
        true,
      );
    }
  });
});
