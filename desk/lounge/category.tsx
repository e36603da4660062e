import { Icon } from '../../shared/ui/icon.tsx';
import { text } from '../../shared/ui/text/index.ts';
import type { Lang } from '../../shared/ui/text/lang.ts';
import { Contact } from './contact.tsx';
import { type Crumb, Crumbs, Shell } from './shell.tsx';
import { filledShelves, MAIN, OWN_NAMES, type Shelf, type Site } from './site.ts';

export function CategoryPage({ site, shelf }: { site: Site; shelf: Shelf }) {
  const t = text(site.lang);
  const groups = filledShelves(shelf);
  return (
    <Shell
      site={site}
      title={shelf.title}
      description={t.lounge.articles(shelf.count)}
      at={`c/${shelf.id}.html`}
    >
      <div class="wrap">
        <Crumbs site={site} crumbs={[...crumbsAbove(site, shelf), { title: shelf.title }]} />
        <div class="columns">
          <div class="column-main">
            <h1>{shelf.title}</h1>
            {groups.length === 0 && <p>{t.lounge.empty}</p>}
            {groups.map((group) => (
              <section
                key={group.id}
                class="group"
                aria-labelledby={group === shelf ? undefined : `g-${group.id}`}
              >
                {group !== shelf && (
                  <h2 id={`g-${group.id}`}>
                    <a href={`${group.id}.html`}>{titleBelow(group, shelf)}</a>
                  </h2>
                )}
                <ul class="entries">
                  {group.articles.map((entry) => (
                    <li key={entry.id}>
                      <a
                        href={`../a/${entry.id}.html`}
                        lang={entry.lang === site.lang ? undefined : entry.lang}
                      >
                        <span class="entry-title">{entry.title}</span>
                        {entry.description && <span class="entry-text">{entry.description}</span>}
                        {entry.lang !== site.lang && (
                          <span class="gj-tag gj-tag-quiet">
                            {OWN_NAMES[entry.lang as Lang] ?? entry.lang}
                          </span>
                        )}
                        {entry.guides.length > 0 && (
                          <span class="gj-tag gj-tag-brand" lang={site.lang}>
                            <Icon name="steps" size={14} />
                            {t.common.hasGuide}
                          </span>
                        )}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <Contact site={site} up="../" />
          </div>
          <Tree site={site} current={shelf} />
        </div>
      </div>
    </Shell>
  );
}

/** 고객케어라운지 > 컨텐츠 > categories above, for pages one folder below the root. */
export function crumbsAbove(site: Site, shelf: Shelf): Crumb[] {
  const name = site.catalogue.lounge.name.split('|')[0]!.trim();
  return [
    { title: name, href: '../index.html', lang: MAIN },
    { title: text(site.lang).lounge.contents, href: '../index.html#categories' },
    ...shelf.above.map((above) => ({ title: above.title, href: `../c/${above.id}.html` })),
  ];
}

/** The path of a group below the page's own category: `메일 사용하기 › 스팸 설정`. */
function titleBelow(group: Shelf, shelf: Shelf): string {
  const between = group.above.slice(group.above.indexOf(shelf) + 1);
  const titles = [...between, group].map((part) => part.title);
  // A lone category is often called as the one around it.
  return titles.filter((title, at) => title !== titles[at - 1]).join(' › ');
}

/** All categories that hold something; the branch of the current one is open, the others are one line. */
function Tree({ site, current }: { site: Site; current: Shelf }) {
  const t = text(site.lang).lounge;
  const shown = (shelf: Shelf) => shelf.count > 0 || shelf === current || current.above.includes(shelf);
  const branch = (shelves: Shelf[]) => (
    <ul>
      {shelves.filter(shown).map((shelf) => {
        const open = shelf === current || current.above.includes(shelf);
        const below = shelf.children.filter(shown);
        return (
          <li key={shelf.id}>
            <a href={`${shelf.id}.html`} aria-current={shelf === current ? 'page' : undefined}>
              <span>{shelf.title}</span> <span class="tree-count">{shelf.count}</span>
            </a>
            {open && below.length > 0 && branch(below)}
          </li>
        );
      })}
    </ul>
  );
  return (
    <nav class="tree" aria-label={t.categories}>
      {branch(site.shelves)}
    </nav>
  );
}
