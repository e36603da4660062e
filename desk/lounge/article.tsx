import type { Article } from '../../shared/article/index.ts';
import { ArticleView, contentsOf, Inlines } from '../../shared/ui/article-view.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { LanguageNote } from '../../shared/ui/language-note.tsx';
import { TextContext } from '../../shared/ui/text/context.ts';
import { text } from '../../shared/ui/text/index.ts';
import { crumbsAbove } from './category.tsx';
import { Contact, Crumbs, Shell } from './shell.tsx';
import type { Site } from './site.ts';

const TOC_FROM = 3;

export function ArticlePage({ site, article }: { site: Site; article: Article }) {
  const t = text(site.lang);
  const shelf = site.shelfOf.get(article.category);
  const console = site.catalogue.consoles.find((entry) => entry.id === article.console);
  const guides = site.catalogue.guides.filter((guide) => guide.article === article.id);
  const headings = contentsOf(article.blocks);
  const isManual = article.id === site.catalogue.lounge.manual;
  const crumbs = shelf
    ? [
        ...crumbsAbove(site, shelf),
        { title: shelf.title, href: `../c/${shelf.id}.html` },
        { title: article.title },
      ]
    : [];
  return (
    <Shell
      site={site}
      title={article.title}
      description={article.description}
      up="../"
      {...(isManual && { current: 'guide' as const })}
    >
      <div class="wrap">
        <Crumbs site={site} crumbs={crumbs} />
        <div class="columns columns-article">
          <article class="column-main" lang={article.lang}>
            <h1>{article.title}</h1>
            <p class="facts" lang={site.lang}>
              <time datetime={article.updated}>{t.article.updated(article.updated)}</time>
              <span class="gj-tag">{t.article[article.audience]}</span>
              {console && <span class="gj-tag">{console.name[site.lang] ?? console.name.ko}</span>}
            </p>
            {article.description && <p class="lead">{article.description}</p>}
            {guides.length > 0 && (
              <aside class="guide-hint" lang={site.lang} aria-label={t.search.hasGuide}>
                <Icon name="steps" size={24} />
                <div>
                  <p>
                    <strong>{t.article.hasGuide}</strong> ·{' '}
                    {t.article.steps(guides.reduce((sum, guide) => sum + guide.steps, 0))}
                  </p>
                  <p>{t.lounge.guideHint}</p>
                </div>
              </aside>
            )}
            <TextContext.Provider value={t}>
              <LanguageNote article={article} lang={site.lang} />
              <ArticleView
                article={article}
                outside="same"
                hrefOf={(id, part) => `${id}.html${part && `#${part}`}`}
              />
            </TextContext.Provider>
            <div lang={site.lang}>
              <Related site={site} article={article} />
            </div>
          </article>
          {headings.length >= TOC_FROM && (
            <nav class="toc" aria-labelledby="toc">
              <h2 id="toc">{t.lounge.onThisPage}</h2>
              <ol>
                {headings.map((heading) => (
                  <li key={heading.id}>
                    <a href={`#${heading.id}`}>
                      <Inlines
                        nodes={heading.kids.map((kid) => (kid.t === 'link' ? { t: 'text', text: '' } : kid))}
                      />
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
        </div>
        <Contact site={site} up="../" />
      </div>
    </Shell>
  );
}

function Related({ site, article }: { site: Site; article: Article }) {
  const entries = article.related.flatMap((id) => site.entryOf.get(id) ?? []);
  if (entries.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{text(site.lang).article.related}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`${entry.id}.html`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
