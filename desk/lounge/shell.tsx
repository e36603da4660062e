import type { ComponentChildren } from 'preact';
import { Icon } from '../../shared/ui/icon.tsx';
import { Logo } from '../../shared/ui/logo.tsx';
import { text } from '../../shared/ui/text/index.ts';
import type { Site } from './site.ts';

interface ShellProps {
  site: Site;
  /** Of the page, without the lounge's name; null on the home page. */
  title: string | null;
  description: string;
  /** From this page to the lounge's root: ``, `../`, or the absolute root. */
  up: string;
  current?: 'guide' | 'ask';
  /** The search field in the header; the home page has its own large one. */
  search?: boolean;
  children: ComponentChildren;
}

/** What stays the same on every page: head, header, footer. No page of the lounge holds a script of its own. */
export function Shell({ site, title, description, up, current, search = true, children }: ShellProps) {
  const { lounge } = site.catalogue;
  const t = text(site.lang);
  return (
    <html lang={site.lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(lounge.desk.url)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>{title ? `${title} - ${lounge.name}` : lounge.name}</title>
        <meta name="description" content={description} />
        <link rel="icon" href={`${up}logo.svg`} type="image/svg+xml" />
        <link rel="stylesheet" href={`${up}style.css`} />
        <script type="module" src={up + site.widget} />
      </head>
      <body class="gj">
        <a class="skip" href="#main">
          {t.common.skip}
        </a>
        <header class="top">
          <div class="wrap top-row">
            <Brand name={lounge.name} href={`${up}index.html`} />
            {search && (
              <div class="top-search">
                <giljabi-search articles={`${up}a/`} float="" />
              </div>
            )}
            <nav aria-label={t.lounge.mainMenu}>
              <a
                href={`${up}a/${lounge.manual}.html`}
                aria-current={current === 'guide' ? 'page' : undefined}
              >
                {t.lounge.guide}
              </a>
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
            <p>{lounge.publisher}</p>
            <p>{t.lounge.published(site.published.slice(0, 10))}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** `고객케어 라운지 | 메일보안`: the part after the bar is the subject and drawn more quietly. */
function Brand({ name, href }: { name: string; href: string }) {
  const [first, ...rest] = name.split('|').map((part) => part.trim());
  return (
    <a class="brand" href={href}>
      <Logo size={30} />
      <span>
        <b>{first}</b>
        {rest.length > 0 && (
          <span class="brand-subject">
            <span aria-hidden="true"> | </span>
            {rest.join(' ')}
          </span>
        )}
      </span>
    </a>
  );
}

export function Contact({ site, up }: { site: Site; up: string }) {
  const { contact } = site.catalogue.lounge;
  const t = text(site.lang).lounge;
  return (
    <section class="contact" aria-labelledby="contact">
      <div>
        <h2 id="contact">{t.contactTitle}</h2>
        <p>{t.contactText}</p>
      </div>
      <a class="gj-button gj-primary" href={`${up}inquiry.html`}>
        <Icon name="mail" />
        {t.ask}
      </a>
      <ContactList contact={contact} labels={t} />
    </section>
  );
}

export function ContactList({
  contact,
  labels: t,
}: {
  contact: Site['catalogue']['lounge']['contact'];
  labels: { phone: string; email: string; hours: string };
}) {
  return (
    <dl class="contact-list">
      {contact.email && (
        <div>
          <dt>
            <Icon name="mail" />
            {t.email}
          </dt>
          <dd>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </dd>
        </div>
      )}
      {contact.phone && (
        <div>
          <dt>
            <Icon name="phone" />
            {t.phone}
          </dt>
          <dd>
            <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
          </dd>
        </div>
      )}
      {contact.hours && (
        <div>
          <dt>
            <Icon name="clock" />
            {t.hours}
          </dt>
          <dd>{contact.hours}</dd>
        </div>
      )}
    </dl>
  );
}

export interface Crumb {
  title: string;
  href?: string;
}

export function Crumbs({ site, crumbs }: { site: Site; crumbs: Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={text(site.lang).lounge.breadcrumb}>
      <ol>
        {crumbs.map(({ title, href }, index) => (
          <li key={index}>{href ? <a href={href}>{title}</a> : <span aria-current="page">{title}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** Nothing but our own files, and the desk that inquiries go to. */
function policy(desk: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https:",
    `connect-src 'self' ${new URL(desk).origin}`,
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'giljabi-search': { articles: string; float?: string; children?: ComponentChildren };
      'giljabi-inquiry': { children?: ComponentChildren };
    }
  }
}
