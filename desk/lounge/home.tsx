import { Icon } from '../../shared/ui/icon.tsx';
import { text } from '../../shared/ui/text/index.ts';
import { Contact } from './contact.tsx';
import { Shell } from './shell.tsx';
import { MAIN, type Shelf, type Site } from './site.ts';

const IN_CARD = 5;

export function Home({ site }: { site: Site }) {
  const { lounge } = site.catalogue;
  const t = text(site.lang);
  const [name = ''] = lounge.name.split('|').map((part) => part.trim());
  const faq = lounge.faq.flatMap((id) => site.entryOf.get(id) ?? []);
  return (
    <Shell site={site} title={null} description={t.lounge.about(name)} at="index.html" search={false}>
      <div class="hero">
        <div class="wrap">
          <h1>{site.lang === MAIN ? lounge.greeting : t.lounge.greeting}</h1>
          <giljabi-search articles="a/" float="" aria-keyshortcuts="/" />
          <p class="keys">
            <kbd>/</kbd> {t.lounge.searchKey} · {t.search.keys}
          </p>
          <noscript>
            <p class="no-script">{t.lounge.needsScript}</p>
          </noscript>
        </div>
      </div>
      <div class="wrap stack">
        <section aria-labelledby="faq">
          <h2 id="faq">{t.lounge.faq}</h2>
          <ul class="faq">
            {faq.map((entry) => (
              <li key={entry.id}>
                <a href={`a/${entry.id}.html`} lang={entry.lang === site.lang ? undefined : entry.lang}>
                  <span>{entry.title}</span>
                  <Icon name="forward" size={16} />
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="categories">
          <h2 id="categories">{t.lounge.contents}</h2>
          <div class="cards">
            {site.shelves
              .filter((shelf) => shelf.count > 0)
              .map((shelf) => (
                <Card key={shelf.id} shelf={shelf} site={site} />
              ))}
          </div>
        </section>
        <Contact site={site} up="" />
      </div>
    </Shell>
  );
}

/** A category: its filled sub-categories, or its first articles when it has none. */
function Card({ shelf, site }: { shelf: Shelf; site: Site }) {
  const t = text(site.lang).lounge;
  const below = shelf.children.filter((child) => child.count > 0);
  const lines = below.length
    ? below.map((child) => ({ href: `c/${child.id}.html`, title: child.title, lang: undefined }))
    : shelf.articles.map((entry) => ({
        href: `a/${entry.id}.html`,
        title: entry.title,
        lang: entry.lang === site.lang ? undefined : entry.lang,
      }));
  return (
    <section class="card">
      <h3>
        <a href={`c/${shelf.id}.html`}>
          {shelf.title}
          <Icon name="forward" size={16} />
        </a>
      </h3>
      <ul>
        {lines.slice(0, IN_CARD).map((line) => (
          <li key={line.href}>
            <a href={line.href} lang={line.lang}>
              {line.title}
            </a>
          </li>
        ))}
      </ul>
      <p class="card-all">
        <a href={`c/${shelf.id}.html`}>
          {t.articles(shelf.count)} {t.all}
          <span class="gj-hidden"> ({shelf.title})</span>
        </a>
      </p>
    </section>
  );
}
