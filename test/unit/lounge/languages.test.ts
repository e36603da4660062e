import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitemaps } from '../../../desk/lounge/feeds.ts';
import { CONTENT, type Lounge, parse, publishedLounge } from './published.ts';

const SITE = 'https://help.example.com/lounge/';
let content: string;
let lounge: Lounge;

/** The published content, at an address of its own, with a brand, and with an English text of a Korean article. */
beforeAll(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), 'giljabi-content-'));
  await cp(CONTENT, content, { recursive: true });
  const settings = await readFile(path.join(content, 'lounge.yaml'), 'utf8');
  const brand = `url: ${SITE.slice(0, -1)}\nbrand:\n  color: "#1a4fd6"\n  logo: acme.svg\n`;
  await writeFile(path.join(content, 'lounge.yaml'), settings + brand);
  await writeFile(
    path.join(content, 'acme.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg>',
  );
  await writeFile(
    path.join(content, 'lounge/search-tips.en.md'),
    '---\ntitle: Finding a document <quickly> & well\ndescription: How to search.\n---\n\nType what you see.\n',
  );
  lounge = await publishedLounge(content);
}, 60_000);

afterAll(async () => {
  await lounge?.remove();
  await rm(content, { recursive: true, force: true });
});

const read = (file: string) => readFile(path.join(lounge.out, file), 'utf8');
const page = (file: string) => lounge.page(file);
const links = (document: Document, rel: string) =>
  [...document.querySelectorAll(`link[rel="${rel}"][hreflang], link[rel="${rel}"]:not([type])`)].map(
    (link) => [link.getAttribute('hreflang'), link.getAttribute('href')],
  );

describe('languages of the lounge', () => {
  it('shows the text in each language that it is written in, and search engines which is which', () => {
    for (const file of ['a/search-tips.html', 'en/a/search-tips.html'])
      expect(links(page(file), 'alternate')).toEqual([
        ['ko', `${SITE}a/search-tips.html`],
        ['en', `${SITE}en/a/search-tips.html`],
        ['x-default', `${SITE}a/search-tips.html`],
      ]);
    const english = page('en/a/search-tips.html');
    expect(english.querySelector('h1')?.textContent).toBe('Finding a document <quickly> & well');
    expect(english.querySelector('.gj-language-note')).toBeNull();
    expect(links(english, 'canonical')).toEqual([[null, `${SITE}en/a/search-tips.html`]]);
  });

  it('says so where a text is not translated, marks its language, and calls the original the one to find', () => {
    const japanese = page('ja/a/search-tips.html');
    expect(japanese.documentElement.lang).toBe('ja');
    expect(japanese.querySelector('article')?.getAttribute('lang')).toBe('ko');
    expect(japanese.querySelector('.gj-language-note')?.textContent).toContain('韓国語');
    expect(links(japanese, 'canonical')).toEqual([[null, `${SITE}a/search-tips.html`]]);
  });

  it('leads from every page to the same page in the other languages', () => {
    for (const [file, text] of lounge.texts) {
      const menu = parse(/<nav class="languages".*?<\/nav>/s.exec(text)?.[0] ?? '');
      const others = [...menu.querySelectorAll('a')];
      expect(
        others.map((link) => link.getAttribute('lang')),
        file,
      ).toEqual(['ko', 'en', 'ja']);
      if (file === '404.html') continue;
      const bare = file.replace(/^(en|ja)\//, '');
      expect(
        others.map((link) => path.posix.join(path.posix.dirname(file), link.getAttribute('href') ?? '')),
        file,
      ).toEqual([bare, `en/${bare}`, `ja/${bare}`]);
    }
  });

  it('names each page once in the sitemap, in the languages that it is written in', async () => {
    const document = parse(await read('sitemap.xml'), 'application/xml');
    const addresses = [...document.querySelectorAll('loc')].map((loc) => loc.textContent ?? '');
    expect(new Set(addresses).size).toBe(addresses.length);
    const expected = [`${SITE}`, `${SITE}en/`, `${SITE}a/search-tips.html`, `${SITE}en/a/search-tips.html`];
    expect(addresses).toEqual(expect.arrayContaining(expected));
    expect(addresses).not.toContain(`${SITE}ja/a/search-tips.html`);
    expect(await read('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });

  it('cuts a sitemap that is too long for one file', () => {
    const files = sitemaps(SITE, ['<url>1</url>', '<url>2</url>', '<url>3</url>'], 2);
    expect([...files.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(files.get('sitemap.xml')).toContain(`${SITE}sitemap-2.xml`);
    expect(files.get('sitemap-2.xml')).toContain('<url>3</url>');
  });

  it('tells changed articles, newest first, in a feed of each language', async () => {
    const feed = parse(await read('en/feed.xml'), 'application/xml');
    const times = [...feed.querySelectorAll('entry > updated')].map((time) => time.textContent ?? '');
    expect(times.length).toBeGreaterThan(20);
    expect(times).toEqual([...times].sort().reverse());
    expect(feed.querySelector('feed > updated')?.textContent).toBe(times[0]);
    const titles = [...feed.querySelectorAll('entry > title')].map((title) => title.textContent);
    expect(titles).toContain('Finding a document <quickly> & well');
    expect(
      page('en/index.html').querySelector('link[type="application/atom+xml"]')?.getAttribute('href'),
    ).toBe(`${SITE}en/feed.xml`);
  });

  it('says what a shared address shows', () => {
    const said = (property: string) =>
      page('en/a/search-tips.html').querySelector(`meta[property="${property}"]`)?.getAttribute('content');
    expect(said('og:title')).toBe('Finding a document <quickly> & well');
    expect(said('og:description')).toBe('How to search.');
    expect(said('og:url')).toBe(`${SITE}en/a/search-tips.html`);
    expect(said('og:locale')).toBe('en_US');
    expect(said('og:type')).toBe('article');
    expect(said('article:modified_time')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('looks like its publisher, also inside the widget, and leads to the inquiries at the desk', async () => {
    const home = page('index.html');
    expect(home.querySelector('.brand img')?.getAttribute('src')).toBe('brand.svg');
    expect(await read('brand.svg')).toContain('<svg');
    expect(await read('logo.svg')).toContain('#1a4fd6');
    expect(await read('style.css')).toMatch(/giljabi-search,[^{]*{[^}]*--gj-brand: light-dark\(#1a4fd6/);
    expect(home.querySelector('.top-menu a:nth-child(2)')?.getAttribute('href')).toBe(
      'https://desk.example.com/my',
    );
    expect(page('404.html').querySelector('link[rel="stylesheet"]')?.getAttribute('href')).toBe(
      '/lounge/style.css',
    );
  });
});

describe('HTML of the lounge', () => {
  it('is valid on every page', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      elements: [
        'html5',
        {
          'giljabi-search': { flow: true, phrasing: true, focusable: true, aria: { naming: 'prohibited' } },
          'giljabi-inquiry': { flow: true, phrasing: true, focusable: true },
        },
      ],
    });
    const faults = new Set<string>();
    for (const [file, text] of lounge.texts) {
      const { results } = await validator.validateString(text, file);
      for (const { messages } of results)
        for (const { ruleId, message } of messages) faults.add(`${ruleId}: ${message} (${file})`);
    }
    expect([...faults].slice(0, 20)).toEqual([]);
  }, 60_000);
});
