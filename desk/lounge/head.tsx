import type { Lang } from '../../shared/ui/text/lang.ts';
import { addressOf, type Site } from './site.ts';

export interface HeadProps {
  site: Site;
  /** Of the page, without the lounge's name; null on the home page. */
  title: string | null;
  description: string;
  /** Path of the page below the folder of its language; null for the page that is shown at any address. */
  at: string | null;
  /** From this page to the lounge's root. */
  base: string;
  /** Languages that its text is written in; all with pages unless told. The first stands for a page that is not. */
  texts?: readonly Lang[];
  /** Day of the last change, when it is an article. */
  updated?: string;
}

const LOCALES: Record<Lang, string> = { ko: 'ko_KR', en: 'en_US', ja: 'ja_JP' };

/** What browsers, search engines and those who share an address read. */
export function Head({ site, title, description, at, base, texts = site.langs, updated }: HeadProps) {
  const { lounge } = site.catalogue;
  const whole = title ? `${title} - ${lounge.name}` : lounge.name;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy(lounge.desk.url)} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      <title>{whole}</title>
      <meta name="description" content={description} />
      {at === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Addresses site={site} at={at} texts={texts} />
      )}
      <meta property="og:type" content={updated ? 'article' : 'website'} />
      <meta property="og:site_name" content={lounge.name} />
      <meta property="og:title" content={title ?? lounge.name} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={new URL('share.png', site.url).href} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={lounge.name} />
      <meta property="og:locale" content={LOCALES[site.lang]} />
      {updated && <meta property="article:modified_time" content={updated} />}
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="icon" href={base + (site.logo ?? 'logo.svg')} />
      <link rel="stylesheet" href={`${base}style.css`} />
      <script type="module" src={base + site.widget} />
      <script type="module" src={`${base}page.js`} />
    </head>
  );
}

/** A page in a language that its text is not written in is another copy of the text: `canonical` says of which page. */
function Addresses({ site, at, texts }: { site: Site; at: string; texts: readonly Lang[] }) {
  const own = texts.includes(site.lang) ? site.lang : (texts[0] ?? site.lang);
  const address = addressOf(site, own, at);
  const feed = addressOf(site, site.lang, 'feed.xml');
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:url" content={address} />
      {texts.length > 1 &&
        texts.map((lang) => (
          <link key={lang} rel="alternate" hreflang={lang} href={addressOf(site, lang, at)} />
        ))}
      {texts.length > 1 && (
        <link rel="alternate" hreflang="x-default" href={addressOf(site, texts[0] ?? own, at)} />
      )}
      <link rel="alternate" type="application/atom+xml" title={site.catalogue.lounge.name} href={feed} />
    </>
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
