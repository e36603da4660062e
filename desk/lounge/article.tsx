import type { Article } from '../../shared/article/index.ts';
import { ArticleView, contentsOf, Inlines } from '../../shared/ui/article-view.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { LanguageNote } from '../../shared/ui/language-note.tsx';
import { TextContext } from '../../shared/ui/text/context.ts';
import { text } from '../../shared/ui/text/index.ts';
import { crumbsAbove } from './category.tsx';
import { Contact } from './contact.tsx';
import { day } from './dates.ts';
import { Feedback } from './feedback.tsx';
import { GuideHint } from './guide-hint.tsx';
import { Related } from './related.tsx';
import { Crumbs, Shell } from './shell.tsx';
import { addressOf, type Site, writtenIn } from './site.ts';

const TOC_FROM = 3;

/** Title, then contents, then text: in this order for eyes at any width, for ears, and without a style sheet. */
export function ArticlePage({ site, article }: { site: Site; article: Article }) {
  const t = text(site.lang);
  const shelf = site.shelfOf.get(article.category);
  const console = site.catalogue.consoles.find((entry) => entry.id === article.console);
  const consoleName = console && (console.name[site.lang] ?? console.name.ko);
  const headings = contentsOf(article.blocks);
  const withContents = headings.length >= TOC_FROM;
  const at = `a/${article.id}.html`;
  const crumbs = shelf
    ? [
        ...crumbsAbove(site, shelf),
        { title: shelf.title, href: `../c/${shelf.id}.html` },
        { title: article.title, lang: article.lang },
      ]
    : [];
  return (
    <Shell
      site={site}
      title={article.title}
      description={article.description}
      at={at}
      texts={writtenIn(site, article)}
      updated={article.updated}
      {...(article.id === site.catalogue.lounge.manual && { current: 'guide' as const })}
    >
      <div class="wrap">
        <Crumbs site={site} crumbs={crumbs} />
        <article class={`page${withContents ? ' page-contents' : ''}`} lang={article.lang}>
          <header class="page-head">
            <h1>{article.title}</h1>
            <div class="facts" lang={site.lang}>
              <p>
                <time datetime={article.updated}>{t.article.updated(day(article.updated, site.lang))}</time>
              </p>
              <p class="gj-tag">{t.article[article.audience]}</p>
              {consoleName && <p class="gj-tag">{consoleName}</p>}
              <button type="button" class="print" data-print="">
                <Icon name="print" size={16} />
                {t.article.print}
              </button>
            </div>
            {article.description && <p class="lead">{article.description}</p>}
          </header>
          {withContents && (
            <nav class="toc" aria-labelledby="toc" lang={site.lang}>
              <h2 id="toc">{t.lounge.onThisPage}</h2>
              <ol lang={article.lang}>
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
          <div class={`page-text${article.guides.length > 0 ? ' sheet' : ''}`}>
            <GuideHint site={site} article={article} />
            <TextContext.Provider value={t}>
              <LanguageNote article={article} lang={site.lang} />
              <ArticleView
                article={article}
                outside="same"
                hrefOf={(id, part) => `${id}.html${part && `#${part}`}`}
              />
            </TextContext.Provider>
            <p class="printed" lang={site.lang}>
              {site.catalogue.lounge.name} · {addressOf(site, site.lang, at)}
            </p>
            <Feedback site={site} article={article} />
            <Related site={site} article={article} />
          </div>
        </article>
        <Contact site={site} up="../" />
      </div>
    </Shell>
  );
}
