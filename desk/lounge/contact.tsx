import type { Lounge } from '../../shared/bundle/index.ts';
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
  const { contact } = site.catalogue.lounge;
  return <ContactRows class="contact-list" contact={contact} words={text(site.lang).lounge} icons />;
}

/** How else support can be reached, as far as its lounge says so. */
export function ContactRows(props: {
  class: string;
  contact: Lounge['contact'];
  words: { email: string; phone: string; hours: string };
  icons?: boolean;
}) {
  const { contact, words, icons } = props;
  const { email, phone, hours } = contact;
  return (
    <dl class={props.class}>
      {email && (
        <div>
          <dt>
            {icons && <Icon name="mail" />}
            {words.email}
          </dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
      {phone && (
        <div>
          <dt>
            {icons && <Icon name="phone" />}
            {words.phone}
          </dt>
          <dd>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </dd>
        </div>
      )}
      {hours && (
        <div>
          <dt>
            {icons && <Icon name="clock" />}
            {words.hours}
          </dt>
          <dd lang={MAIN}>{hours}</dd>
        </div>
      )}
    </dl>
  );
}
