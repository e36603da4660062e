import { Icon } from '../../shared/ui/icon.tsx';
import { text } from '../../shared/ui/text/index.ts';
import { MAIN, type Site } from './site.ts';

export function Contact({ site, up }: { site: Site; up: string }) {
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
      <ContactList site={site} />
    </section>
  );
}

export function ContactList({ site }: { site: Site }) {
  const { email, phone, hours } = site.catalogue.lounge.contact;
  const t = text(site.lang).lounge;
  return (
    <dl class="contact-list">
      {email && (
        <div>
          <dt>
            <Icon name="mail" />
            {t.email}
          </dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
      {phone && (
        <div>
          <dt>
            <Icon name="phone" />
            {t.phone}
          </dt>
          <dd>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </dd>
        </div>
      )}
      {hours && (
        <div>
          <dt>
            <Icon name="clock" />
            {t.hours}
          </dt>
          <dd lang={MAIN}>{hours}</dd>
        </div>
      )}
    </dl>
  );
}
