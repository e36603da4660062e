import { addressOf, type Site } from './site.ts';

const IN_FEED = 50;
/** The protocol's own limit for one file. */
const IN_SITEMAP = 50_000;

const xml = (text: string): string =>
  text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\t\n\r\u0020-\uFFFF]/g, '');

/** Articles by their last change, newest first, as an Atom feed (RFC 4287). */
export function atomFeed(site: Site): string {
  const { lounge } = site.catalogue;
  const time = (date: string) => `${date}T00:00:00Z`;
  const entries = [...site.catalogue.articles]
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, IN_FEED);
  const own = addressOf(site, site.lang, 'feed.xml');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.lang}">
  <title>${xml(lounge.name)}</title>
  <id>${xml(own)}</id>
  <link rel="self" type="application/atom+xml" href="${xml(own)}"/>
  <link rel="alternate" type="text/html" href="${xml(addressOf(site, site.lang, 'index.html'))}"/>
  <updated>${time(entries[0]?.updated ?? site.published.slice(0, 10))}</updated>
  <author><name>${xml(lounge.publisher)}</name></author>
${entries
  .map((article) => {
    const address = xml(addressOf(site, site.lang, `a/${article.id}.html`));
    return `  <entry xml:lang="${article.lang}">
    <title>${xml(article.title)}</title>
    <id>${address}</id>
    <link rel="alternate" type="text/html" href="${address}"/>
    <updated>${time(article.updated)}</updated>
    <summary>${xml(article.description)}</summary>
  </entry>`;
  })
  .join('\n')}
</feed>
`;
}

/**
 * The addresses that are worth finding, a line of XML each: pages in a language that their text is written in.
 * @param sites of every language
 */
export function sitemapLines(site: Site, sites: readonly Site[]): string[] {
  const writtenIn = (id: string) =>
    sites.filter(({ lang, entryOf }) => entryOf.get(id)?.lang === lang).map(({ lang }) => lang);
  const line = (at: string, langs: readonly Site['lang'][], updated?: string): string => {
    const others = langs.length > 1 ? langs : [];
    return [
      `<url><loc>${xml(addressOf(site, site.lang, at))}</loc>`,
      updated ? `<lastmod>${updated}</lastmod>` : '',
      ...others.map(
        (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${xml(addressOf(site, lang, at))}"/>`,
      ),
      '</url>',
    ].join('');
  };
  return [
    line('index.html', site.langs),
    ...[...site.shelfOf.values()]
      .filter(({ count }) => count > 0)
      .map(({ id }) => line(`c/${id}.html`, site.langs)),
    ...site.catalogue.articles
      .filter((entry) => entry.lang === site.lang)
      .map((entry) => line(`a/${entry.id}.html`, writtenIn(entry.id), entry.updated)),
  ];
}

/** `sitemap.xml`, and where there are too many addresses for one file, what it leads to. */
export function sitemaps(url: string, lines: readonly string[], most = IN_SITEMAP): Map<string, string> {
  const file = (some: readonly string[]) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${some.join('\n')}
</urlset>
`;
  if (lines.length <= most) return new Map([['sitemap.xml', file(lines)]]);
  const files = new Map<string, string>();
  for (let from = 0; from < lines.length; from += most)
    files.set(`sitemap-${files.size + 1}.xml`, file(lines.slice(from, from + most)));
  const index = `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...files.keys()].map((name) => `<sitemap><loc>${xml(url + name)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;
  return files.set('sitemap.xml', index);
}

/** Search engines may read everything but the desk's own pages. */
export const robots = (url: string): string =>
  `User-agent: *\nDisallow: /desk\nDisallow: /my\nDisallow: /api/\nSitemap: ${url}sitemap.xml\n`;
