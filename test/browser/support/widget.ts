import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Browser, CDPSession, ElementHandle, Page } from 'puppeteer';
import { expect } from 'vitest';
import { until } from './chromium.ts';
import { freePort } from './ports.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Somebody's page that embeds the widget, with the widget and its bundle on the same origin, as strict as they come. */
export interface WidgetSite {
  url: string;
  /** What stands on the page from the next visit on. */
  html: string;
  /** Paths that wait for this, and are answered only when it says true. */
  hold: Map<RegExp, Promise<boolean>>;
  close(): void;
}

const NONCE = 'r4nd0m';
const policy = (desk: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    `connect-src 'self' ${desk}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * @param home folder with `widget` and `bundle`
 * @param desk where the page lets inquiries go
 */
export async function widgetSite(home: string, html: string, desk = ''): Promise<WidgetSite> {
  const port = await freePort();
  const site: WidgetSite = { url: `http://127.0.0.1:${port}/`, html, hold: new Map(), close: () => {} };
  const server: Server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', site.url).pathname;
    for (const [pattern, wait] of site.hold)
      if (pattern.test(address) && !(await wait)) return void response.writeHead(503).end();
    if (address === '/') {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy(desk),
      });
      response.end(`<!doctype html><html lang="ko"><title>다른 사이트</title>
        <script type="module" nonce="${NONCE}" src="/widget.js"></script><main><h1>도움말</h1>${site.html}</main></html>`);
      return;
    }
    const file = path.join(home, address.startsWith('/bundle/') ? '.' : 'widget', path.normalize(address));
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain' });
    response.end(bytes);
  }).listen(port, '127.0.0.1');
  site.close = () => void server.close();
  return site;
}

/** A page with our elements, seen from outside. Their closed roots are opened for the test's eyes, unless told not to. */
export class WidgetPage {
  readonly page: Page;
  readonly cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  /** In a fresh profile. */
  static async open(browser: Browser, url: string, closed = false): Promise<WidgetPage> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
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
    const cdp = await page.createCDPSession();
    await page.goto(url);
    return new WidgetPage(page, cdp);
  }

  /** Closes the profile; the page must have kept to its policy. */
  async close(): Promise<void> {
    const broken = await this.page.evaluate(() => (window as unknown as { broken: string[] }).broken);
    await this.page.browserContext().close();
    expect(broken, 'violations of the policy').toEqual([]);
  }

  async find(selector: string): Promise<ElementHandle<HTMLElement>> {
    // Puppeteer looks again when the page changes, and a focus is no change; for what is visible it looks at every frame.
    const visible = selector.includes(':focus');
    return (await this.page.waitForSelector(`>>> ${selector}`, { visible })) as ElementHandle<HTMLElement>;
  }

  async text(selector: string): Promise<string> {
    return (await this.find(selector)).evaluate((node) => node.innerText);
  }

  async says(selector: string, words: string): Promise<void> {
    await this.page.waitForSelector(`>>> ${selector} ::-p-text(${words})`);
  }

  /** The button with these words, by keyboard: what is just coming in may move it from under the mouse. */
  async press(words: string): Promise<void> {
    await (await this.page.waitForSelector(`>>> button ::-p-text(${words})`))!.focus();
    await this.page.keyboard.press('Enter');
  }

  async field(name: string): Promise<ElementHandle<HTMLInputElement>> {
    return (await this.find(`[name="${name}"]`)) as ElementHandle<HTMLInputElement>;
  }

  /** In place of what is in that field. */
  async type(name: string, words: string): Promise<void> {
    const field = await this.field(name);
    await field.focus();
    await field.evaluate((input) => input.select());
    await this.page.keyboard.type(words);
  }

  /** A whole inquiry with consent. */
  async fill(summary = '특정 도메인 메일이 안 들어와요'): Promise<void> {
    await this.type('email', 'kim@company.example');
    await this.type('summary', summary);
    await this.type('organization', '길찾기상사');
    await (await this.find('.gj-detail')).focus();
    // The editor takes the place of the plain field: then the caret is in it.
    await this.find('div.gj-detail:focus');
    await this.page.keyboard.type('어제부터 거래처 메일이 오지 않습니다.');
    await this.agree();
  }

  /** By keyboard, too: suggestions move the box. */
  async agree(): Promise<void> {
    await (await this.field('consent')).focus();
    await this.page.keyboard.press('Space');
  }

  /** The events told so far, once there are `count` of them. */
  async events(count: number): Promise<[string, Record<string, unknown>][]> {
    await this.page.waitForFunction(
      (least) => (window as unknown as { events: unknown[] }).events.length >= least,
      {},
      count,
    );
    return this.page.evaluate(
      () => (window as unknown as { events: [string, Record<string, unknown>][] }).events,
    );
  }

  /** Whether an element is there, also in a root that is closed to the page. */
  async pierced(tag: string, className: string): Promise<boolean> {
    await this.cdp.send('DOM.enable');
    const { nodes } = await this.cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    return nodes.some(
      ({ nodeName, attributes }) =>
        nodeName === tag && attributes?.some((value) => value.split(' ').includes(className)),
    );
  }

  /** Presses several keys at once: `chord('Control', 'KeyB')`. */
  async chord(...keys: Parameters<Page['keyboard']['down']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.down(key);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }

  /** What an input method shows while something is being composed, state by state. The composition stays open. */
  async compose(...states: string[]): Promise<void> {
    for (const text of states)
      await this.cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
  }

  /** Ends the composition with what it stands for. */
  async commit(text: string): Promise<void> {
    await this.cdp.send('Input.insertText', { text });
  }

  /** What is on disk as the draft: what would be sent. */
  async draft(): Promise<Record<string, string> | null> {
    return this.page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      if (!(await indexedDB.databases()).some(({ name }) => name === 'giljabi')) return null;
      const base = await asked(indexedDB.open('giljabi'));
      const drafts = await asked(base.transaction('drafts').objectStore('drafts').getAll());
      base.close();
      return drafts.at(-1)?.fields ?? null;
    });
  }

  /** Waits until the stored draft says this in 문의 상세. */
  async stored(detail: string): Promise<void> {
    let last: string | undefined;
    try {
      const look = async () => {
        last = (await this.draft())?.detail;
        return last === detail;
      };
      await until(look, 'the draft', 5_000);
    } catch {
      expect(last).toBe(detail);
    }
  }

  async axe(): Promise<void> {
    const { violations } = await new AxePuppeteer(this.page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
}
