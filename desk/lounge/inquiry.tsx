import { text } from '../../shared/ui/text/index.ts';
import { ContactList } from './contact.tsx';
import { Crumbs, Shell } from './shell.tsx';
import { MAIN, type Site } from './site.ts';

/** 1:1문의하기: the form is the widget's; without script there are the contact details. */
export function InquiryPage({ site }: { site: Site }) {
  const t = text(site.lang);
  const { lounge } = site.catalogue;
  const name = lounge.name.split('|')[0]!.trim();
  return (
    <Shell site={site} title={t.asking.title} description={t.asking.intro} at="inquiry.html" current="ask">
      <div class="wrap">
        <Crumbs
          site={site}
          crumbs={[{ title: name, href: 'index.html', lang: MAIN }, { title: t.asking.title }]}
        />
        <div class="columns columns-form">
          <div class="column-main">
            <h1>{t.asking.title}</h1>
            <p class="lead">{t.asking.intro}</p>
            <noscript>
              <p class="no-script">{t.lounge.formNeedsScript}</p>
            </noscript>
            <giljabi-inquiry />
          </div>
          <aside class="form-side" aria-label={t.lounge.phone}>
            <ContactList site={site} />
            <p>{t.asking.suggestionsPrivate}</p>
          </aside>
        </div>
      </div>
    </Shell>
  );
}

export function NotFoundPage({ site }: { site: Site }) {
  const t = text(site.lang);
  return (
    <Shell site={site} title={t.lounge.notFoundTitle} description={t.lounge.notFoundText} at={null}>
      <div class="wrap not-found">
        <h1>{t.lounge.notFoundTitle}</h1>
        <p>{t.lounge.notFoundText}</p>
        <p>
          <a class="gj-button gj-primary" href={`${site.root}index.html`}>
            {t.lounge.home}
          </a>
        </p>
      </div>
    </Shell>
  );
}
