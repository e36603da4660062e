import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { chromiumPath, FLAGS } from './chromium.ts';
import { type DeskProcess, startDesk } from './desk.ts';
import { freePort } from './ports.ts';
import { WidgetPage } from './widget.ts';

/**
 * Somebody else's site that embeds the widget from a real desk, with a policy as strict as they come, and a browser
 * that looks at it. `WidgetSite` has no desk and the widget on its own origin.
 */
export class EmbeddingSite {
  /** What stands on the page from the next visit on. */
  element = '';
  /** A copy of the bundle below `url`bundle/, to be damaged. */
  copy!: string;
  url!: string;
  desk!: DeskProcess;
  #server!: Server;
  #browser!: Browser;
  /** Holds the bundle, and the widget that looks for the desk at that port. */
  readonly #home = inject('home');
  readonly #port = inject('deskPort');

  /** For all tests of the file that calls it: started before the first, mended before each, stopped after the last. */
  static ofFile(): EmbeddingSite {
    const site = new EmbeddingSite();
    beforeAll(() => site.#start());
    beforeEach(() => site.#mend());
    afterAll(() => site.#stop());
    return site;
  }

  async #start(): Promise<void> {
    this.copy = await mkdtemp(path.join(os.tmpdir(), 'giljabi-bundle-'));
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}/`;
    this.#server = this.#serve().listen(port, '127.0.0.1');
    await this.restartDesk();
    this.#browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
  }

  #serve(): Server {
    const desk = `http://127.0.0.1:${this.#port}`;
    const policy = [
      "default-src 'none'",
      `script-src ${desk}`,
      `connect-src 'self' ${desk}`,
      "style-src 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    return createServer(async (request, response) => {
      if (request.url?.startsWith('/bundle/')) {
        const bytes = await readFile(path.join(this.copy, request.url.slice(8))).catch(() => null);
        response.writeHead(bytes ? 200 : 404).end(bytes);
        return;
      }
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
      });
      response.end(`<!doctype html><html lang="ko"><title>다른 사이트</title>
        <script type="module" src="${desk}/widget.js"></script><main><h1>도움말</h1>${this.element}</main></html>`);
    });
  }

  async restartDesk(): Promise<void> {
    this.desk = await startDesk(this.#home, this.#port, ['--allow', new URL(this.url).origin]);
  }

  /** The form on the page and the bundle whole, as at first. */
  async #mend(): Promise<void> {
    this.element = '<giljabi-inquiry></giljabi-inquiry>';
    await rm(this.copy, { recursive: true, force: true });
    await cp(path.join(this.#home, 'bundle'), this.copy, { recursive: true });
  }

  /** The site in a fresh profile. */
  open(closed = false): Promise<WidgetPage> {
    return WidgetPage.open(this.#browser, this.url, closed);
  }

  async #stop(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
    await this.desk?.stop();
    if (this.copy) await rm(this.copy, { recursive: true, force: true });
  }
}
