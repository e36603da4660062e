import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLounge } from '../../../desk/lounge/write.ts';
import { catalogueOf } from '../../../desk/publish/compile.ts';
import { checkContent } from '../../../desk/publish/publish.ts';
import type { Contents } from '../../../desk/publish/read-bundle.ts';

let out: string;
let contents: Contents;
let pages: string[];
const documents = new Map<string, Document>();

const parse = (html: string) =>
  new new Window({ settings: { disableJavaScriptEvaluation: true } }).DOMParser().parseFromString(
    html,
    'text/html',
  ) as unknown as Document;

/** The pages of the content that is really published. */
beforeAll(async () => {
  out = path.join(await mkdtemp(path.join(os.tmpdir(), 'giljabi-lounge-')), 'lounge');
  const { content, compiled } = await checkContent(path.resolve(import.meta.dirname, '../../../content'));
  const catalogue = catalogueOf(content!, compiled, `${'A'.repeat(43)}=`);
  const manifest = {
    format: 1,
    key: '0'.repeat(16),
    version: 1,
    published: '2026-11-21T00:00:00Z',
    expires: '2027-02-19T00:00:00Z',
    parts: [],
  } as const;
  contents = {
    manifest: { ...manifest, parts: [] },
    catalogue,
    articles: compiled.map(({ article }) => article),
    indexes: async () => [],
  };
  pages = await writeLounge(contents, out);
  for (const page of pages) documents.set(page, parse(await readFile(path.join(out, page), 'utf8')));
}, 60_000);

afterAll(() => rm(path.dirname(out), { recursive: true, force: true }));

describe('the lounge', () => {
  it('has a page for every article and category, a home, a form and a way back', () => {
    for (const { id } of contents.articles) expect(pages).toContain(`a/${id}.html`);
    expect(pages.filter((page) => page.startsWith('c/')).length).toBeGreaterThan(10);
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'inquiry.html', '404.html']));
  });

  it('links only to files that exist, to headings that exist, and relatively', async () => {
    const files = new Set([...(await readdir(out, { recursive: true })), 'widget.js']);
    let links = 0;
    for (const [page, document] of documents) {
      for (const element of document.querySelectorAll('[href], [src]')) {
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^(https?:|mailto:|tel:)/.test(address)) continue;
        const [target, fragment] = address.split('#');
        const local =
          page === '404.html'
            ? target!.replace(/^\//, '')
            : path.posix.join(path.posix.dirname(page), target!);
        const file = target === '' ? page : local;
        if (page !== '404.html') expect(address, page).not.toMatch(/^\//);
        expect(files, `${page} -> ${address}`).toContain(file);
        if (fragment)
          expect(documents.get(file)?.getElementById(fragment), `${page} -> ${address}`).toBeTruthy();
        links++;
      }
    }
    expect(links).toBeGreaterThan(1_000);
  });

  it('has one h1, headings without gaps, landmarks, a language and unique ids on every page', () => {
    for (const [page, document] of documents) {
      const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) =>
        Number(heading.tagName[1]),
      );
      expect(
        levels.filter((level) => level === 1),
        page,
      ).toHaveLength(1);
      for (const [index, level] of levels.entries())
        if (index > 0) expect(level - levels[index - 1]!, page).toBeLessThanOrEqual(1);
      expect(document.documentElement.lang, page).toBe('ko');
      for (const landmark of ['header', 'main', 'footer', 'nav'])
        expect(document.querySelector(landmark), page).toBeTruthy();
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      expect(new Set(ids).size, page).toBe(ids.length);
    }
  });

  it('carries no script, style or handler of its own, and a policy against others', () => {
    for (const [page, document] of documents) {
      expect(
        [...document.scripts].map((script) => [script.type, script.textContent]),
        page,
      ).toEqual([['module', '']]);
      expect(document.querySelector('style, [style], iframe, object, base'), page).toBeNull();
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes) expect(name, page).not.toMatch(/^on/);
      const policy = document
        .querySelector('meta[http-equiv="Content-Security-Policy"]')
        ?.getAttribute('content');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('says where an article stands, when it was changed, and that it can be followed on the screen', () => {
    const guided = contents.catalogue.articles.find((entry) => entry.guides.length > 0 && entry.console)!;
    const document = documents.get(`a/${guided.id}.html`)!;
    const crumbs = [...document.querySelectorAll('.crumbs li')].map((crumb) => crumb.textContent);
    expect(crumbs.slice(0, 2)).toEqual(['고객케어 라운지', '컨텐츠']);
    expect(crumbs.at(-1)).toBe(guided.title);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe(guided.updated);
    expect(document.body.textContent).toContain('이 문서에는 화면 안내가 있습니다');
    expect(document.querySelector('.gj-steps')).toBeTruthy();
    const plain = contents.catalogue.articles.find((entry) => entry.guides.length === 0)!;
    expect(documents.get(`a/${plain.id}.html`)!.querySelector('.guide-hint')).toBeNull();
  });

  it('lists every article of a category and of those below it', () => {
    for (const [page, document] of documents) {
      if (!page.startsWith('c/')) continue;
      const current = document.querySelector('.tree [aria-current] .tree-count')?.textContent;
      expect(document.querySelectorAll('.entries li').length, page).toBe(Number(current));
    }
  });

  it('is written over, not into: a page that is no longer published is gone', async () => {
    const [first, ...rest] = contents.articles;
    const fewer = {
      ...contents,
      articles: rest,
      catalogue: {
        ...contents.catalogue,
        articles: contents.catalogue.articles.filter((entry) => entry.id !== first!.id),
      },
    };
    await writeLounge(fewer, out);
    expect(await readdir(path.join(out, 'a'))).not.toContain(`${first!.id}.html`);
    expect(await readdir(path.dirname(out))).toEqual(['lounge']);
  });
});
