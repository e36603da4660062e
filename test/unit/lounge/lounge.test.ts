import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLounge } from '../../../desk/lounge/write.ts';
import type { Contents } from '../../../desk/publish/read-bundle.ts';
import { type Lounge, publishedLounge } from './published.ts';

let lounge: Lounge;
let contents: Contents;
let documents: Map<string, Document>;

/** The pages of the content that is really published. */
beforeAll(async () => {
  lounge = await publishedLounge();
  ({ contents } = lounge);
  documents = new Map([...lounge.texts.keys()].map((file) => [file, lounge.page(file)]));
}, 60_000);

afterAll(() => lounge?.remove());

const langOf = (page: string) => /^(en|ja)\//.exec(page)?.[1] ?? 'ko';

describe('the lounge', () => {
  it('has a page for every article and category in every language, a home, a form and a way back', () => {
    for (const folder of ['', 'en/', 'ja/']) {
      for (const { id } of contents.catalogue.articles)
        expect(lounge.files).toContain(`${folder}a/${id}.html`);
      expect(lounge.files).toEqual(
        expect.arrayContaining([`${folder}index.html`, `${folder}inquiry.html`, `${folder}feed.xml`]),
      );
    }
    expect(lounge.files.filter((page) => page.startsWith('c/')).length).toBeGreaterThan(10);
    expect(lounge.files).toEqual(
      expect.arrayContaining(['404.html', 'sitemap.xml', 'robots.txt', 'page.js']),
    );
  });

  it('links only to files that exist, to headings that exist, and relatively', async () => {
    const files = new Set([...(await readdir(lounge.out, { recursive: true })), 'widget.js']);
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
    expect(links).toBeGreaterThan(3_000);
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
      expect(document.documentElement.lang, page).toBe(langOf(page));
      for (const landmark of ['header', 'main', 'footer', 'nav'])
        expect(document.querySelector(landmark), page).toBeTruthy();
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      expect(new Set(ids).size, page).toBe(ids.length);
    }
  });

  it('carries no style or handler in its pages, two scripts of our own, and a policy against others', () => {
    for (const [page, document] of documents) {
      expect(
        [...document.scripts].map((script) => [
          script.type,
          script.textContent,
          path.posix.basename(script.getAttribute('src') ?? ''),
        ]),
        page,
      ).toEqual([
        ['module', '', 'widget.js'],
        ['module', '', 'page.js'],
      ]);
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

  it('says where an article stands, when it was changed, and how it can be followed on the screen', () => {
    const guided = contents.catalogue.articles.find((entry) => entry.guides.length > 0 && entry.console)!;
    const document = documents.get(`a/${guided.id}.html`)!;
    const crumbs = [...document.querySelectorAll('.crumbs li')].map((crumb) => crumb.textContent);
    expect(crumbs.slice(0, 2)).toEqual(['고객케어 라운지', '컨텐츠']);
    expect(crumbs.at(-1)).toBe(guided.title);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe(guided.updated);
    const start = [...document.querySelectorAll('.guide-hint li')].map((step) => step.textContent);
    const guide = contents.catalogue.guides.find(({ article }) => article === guided.id)!;
    expect(start).toHaveLength(3);
    expect(start[2]).toContain(guide.title);
    expect(document.querySelector('.gj-steps')).toBeTruthy();
    const plain = contents.catalogue.articles.find((entry) => entry.guides.length === 0)!;
    expect(documents.get(`a/${plain.id}.html`)!.querySelector('.guide-hint')).toBeNull();
  });

  it('has title, contents and text of an article in the order of reading', () => {
    const long = [...documents].filter(([, document]) => document.querySelector('.toc'));
    expect(long.length).toBeGreaterThan(10);
    for (const [page, document] of long) {
      const parts = [...document.querySelectorAll('h1, .toc, .gj-article, .feedback, .related')];
      expect(parts.map((part) => part.localName + part.className).slice(0, 4), page).toEqual([
        'h1',
        'navtoc',
        'divgj-article',
        'sectionfeedback',
      ]);
    }
  });

  it('lists every article of a category and of those below it', () => {
    for (const [page, document] of documents) {
      if (!page.startsWith('c/')) continue;
      const current = document.querySelector('.tree [aria-current] .tree-count')?.textContent;
      expect(document.querySelectorAll('.entries li').length, page).toBe(Number(current));
    }
  });

  it('leads from every article with neighbours to others', () => {
    for (const { id, related } of lounge.articles) {
      const links = documents.get(`a/${id}.html`)!.querySelectorAll('.related a');
      if (related.length > 0) expect(links.length, id).toBe(related.length);
    }
    const alone = lounge.articles.find(({ related }) => related.length === 0);
    if (alone) expect(documents.get(`a/${alone.id}.html`)!.querySelector('.related')).toBeTruthy();
  });

  it('is the same when threads write it', async () => {
    const out = `${lounge.out}-threads`;
    const files = await writeLounge(contents, out, { threads: 2 });
    expect(files.sort()).toEqual([...lounge.files].sort());
    for (const [file, text] of lounge.texts)
      expect(await readFile(path.join(out, file), 'utf8'), file).toBe(text);
    await rm(out, { recursive: true });
  });

  it('is written over, not into: a page that is no longer published is gone', async () => {
    const [first, ...articles] = contents.catalogue.articles;
    const catalogue = { ...contents.catalogue, articles };
    await writeLounge({ ...contents, catalogue, inLanguage: () => catalogue }, lounge.out);
    expect(await readdir(path.join(lounge.out, 'a'))).not.toContain(`${first!.id}.html`);
    expect(await readdir(path.dirname(lounge.out))).toEqual(['lounge']);
  });
});
