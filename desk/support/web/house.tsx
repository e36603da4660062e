import type { Lounge } from '../../../shared/bundle/index.ts';
import { namesOf } from '../../../shared/ui/brand.ts';
import { Logo } from '../../../shared/ui/logo.tsx';
import { logoFile } from '../../lounge/brand.ts';
import { ContactRows } from '../../lounge/contact.tsx';
import type { Words } from './texts.ts';

/** Whose desk this is, as its lounge says it. */
export type House = Pick<Lounge, 'name' | 'brand' | 'contact' | 'url'>;

/** The publisher's name, back to the lounge, and what this page is of it. */
export function HouseName({ house, title }: { house: House; title: string }) {
  const logo = logoFile(house.brand);
  return (
    <p class="brand">
      <a href={house.url ?? '/'}>
        {logo ? <img class="brand-logo" src={`/${logo}`} alt="" height={28} /> : <Logo size={28} />}
        <b lang="ko">{namesOf(house.name).name}</b>
      </a>
      <span>{title}</span>
    </p>
  );
}

/** How else support can be reached. */
export const HouseContact = ({ house, words }: { house: House; words: Words }) => (
  <ContactRows class="wrap house-contact" contact={house.contact} words={words.lounge} />
);
