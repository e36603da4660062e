import type { ComponentChildren } from 'preact';
import { namesOf } from '../../shared/ui/brand.ts';
import { Logo } from '../../shared/ui/logo.tsx';
import { text } from '../../shared/ui/text/index.ts';
import { day } from './dates.ts';
import { Head, type HeadProps } from './head.tsx';
import { folderOf, MAIN, OWN_NAMES, type Site } from './site.ts';

interface ShellProps extends Omit<HeadProps, 'base'> {
  current?: 'guide' | 'ask';
  /** The search field in the header; the home page has its own large one. */
  search?: boolean;
  children: ComponentChildren;
}

/** From a page to the folder of its language (`up`) and to the lounge's root (`base`). */
export function waysUp(site: Site, at: string | null): { up: string; base: string } {
  if (at === null) return { up: site.root, base: site.root };
  const up = '../'.repeat(at.split('/').length - 1);
  return { up, base: up + (site.lang === MAIN ? '' : '../') };
}

/** What stays the same on every page: head, header, footer. */
export function Shell({ current, search = true, children, ...page }: ShellProps) {
  const { site, at } = page;
  const { lounge } = site.catalogue;
  const t = text(site.lang);
  const { up, base } = waysUp(site, at);
  return (
    <html lang={site.lang}>
      <Head {...page} base={base} />
      <body class="gj">
        <a class="skip" href="#main">
          {t.common.skip}
        </a>
        <header class="top">
          <div class="wrap top-row">
            <BrandName site={site} href={`${up}index.html`} base={base} />
            <Languages site={site} at={at ?? 'index.html'} base={base} />
            {search && (
              <div class="top-search">
                <giljabi-search articles={`${up}a/`} float="" aria-keyshortcuts="/" />
              </div>
            )}
            <nav class="top-menu" aria-label={t.lounge.mainMenu}>
              <a
                href={`${up}a/${lounge.manual}.html`}
                aria-current={current === 'guide' ? 'page' : undefined}
              >
                {t.lounge.guide}
              </a>
              <a href={new URL('my', `${lounge.desk.url.replace(/\/$/, '')}/`).href}>{t.lounge.my}</a>
              <a
                class="top-ask"
                href={`${up}inquiry.html`}
                aria-current={current === 'ask' ? 'page' : undefined}
              >
                {t.lounge.ask}
              </a>
            </nav>
          </div>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="bottom">
          <div class="wrap bottom-row">
            <p lang={MAIN}>{lounge.publisher}</p>
            <p>
              {t.lounge.published(day(site.published, site.lang))}
              {' · '}
              <a href={`${up}feed.xml`}>{t.lounge.feed}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** `고객케어 라운지 | 메일보안`: the part after the bar is the subject and drawn more quietly. */
function BrandName({ site, href, base }: { site: Site; href: string; base: string }) {
  const { name, subject } = namesOf(site.catalogue.lounge.name);
  return (
    <a class="brand" href={href} lang={MAIN}>
      {site.logo ? <img class="brand-logo" src={base + site.logo} alt="" height={30} /> : <Logo size={30} />}
      <span>
        <b>{name}</b>
        {subject && (
          <span class="brand-subject">
            <span aria-hidden="true"> | </span>
            {subject}
          </span>
        )}
      </span>
    </a>
  );
}

/** The same page in other languages. */
function Languages({ site, at, base }: { site: Site; at: string; base: string }) {
  if (site.langs.length < 2) return null;
  return (
    <nav class="languages" aria-label={text(site.lang).lounge.language}>
      <ul>
        {site.langs.map((lang) => (
          <li key={lang}>
            <a
              href={base + folderOf(lang) + at}
              lang={lang}
              hreflang={lang}
              aria-current={lang === site.lang ? 'true' : undefined}
            >
              {OWN_NAMES[lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface Crumb {
  title: string;
  href?: string;
  lang?: string;
}

export function Crumbs({ site, crumbs }: { site: Site; crumbs: Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={text(site.lang).lounge.breadcrumb}>
      <ol>
        {crumbs.map(({ title, href, lang }, index) => (
          <li key={index} lang={lang}>
            {href ? <a href={href}>{title}</a> : <span aria-current="page">{title}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'giljabi-search': {
        articles: string;
        float?: string;
        'aria-keyshortcuts'?: string;
        children?: ComponentChildren;
      };
      'giljabi-inquiry': { children?: ComponentChildren };
    }
  }
}
