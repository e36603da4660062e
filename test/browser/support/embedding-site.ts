import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
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
  readonly copy: string;
  readonly url: string;
  desk!: DeskProcess;
  #server!: Server;
  #browser!: Browser;
  readonly #home: string;
  readonly #port: number;

  private constructor(home: string, port: number, copy: string, url: string) {
    this.#home = home;
    this.#port = port;
    this.copy = copy;
    this.url = url;
  }

  /** @param port where the widget that is built in `home` looks for the desk */
  static async start(home: string, port: number): Promise<EmbeddingSite> {
    const copy = await mkdtemp(path.join(os.tmpdir(), 'giljabi-bundle-'));
    const sitePort = await freePort();
    const site = new EmbeddingSite(home, port, copy, `http://127.0.0.1:${sitePort}/`);
    site.#server = site.#serve().listen(sitePort, '127.0.0.1');
    await site.restartDesk();
    site.#browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
    return site;
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
  async mend(): Promise<void> {
    this.element = '<giljabi-inquiry></giljabi-inquiry>';
    await rm(this.copy, { recursive: true, force: true });
    await cp(path.join(this.#home, 'bundle'), this.copy, { recursive: true });
  }

  /** The site in a fresh profile. */
  open(closed = false): Promise<WidgetPage> {
    return WidgetPage.open(this.#browser, this.url, closed);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
    await this.desk?.stop();
    await rm(this.copy, { recursive: true, force: true });
  }
}
