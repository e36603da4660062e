import type { ComponentChildren } from 'preact';
import renderToString from 'preact-render-to-string';
import { compile } from '../../../shared/manual/index.ts';
import { ArticleView } from '../../../shared/ui/article-view.tsx';
import { namesOf } from '../../../shared/ui/brand.ts';
import { TextContext } from '../../../shared/ui/text/context.ts';
import { text } from '../../../shared/ui/text/index.ts';
import { type House, HouseContact, HouseName } from './house.tsx';
import type { Words } from './texts.ts';

export interface Place {
  href: string;
  label: string;
  current: boolean;
}

export interface Frame {
  words: Words;
  house: House;
  title: string;
  /** Above the page: where else one can go, and out. */
  places?: Place[];
  signOut?: { action: string; label: string };
  /** Something that has just happened, or has not. */
  said?: { ok: boolean; words: string } | null;
  /** How support can be reached, below the page. */
  contact?: boolean;
  children: ComponentChildren;
}

/** A page of the desk: HTML and a style sheet, no script, so that nothing that somebody sent can run. */
export function page(frame: Frame): string {
  return `<!doctype html>${renderToString(<Document {...frame} />)}`;
}

function Document({ words, house, title, places = [], signOut, said, contact, children }: Frame) {
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} | ${namesOf(house.name).name}`}</title>
        <link rel="icon" href="/logo.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/style.css" />
      </head>
      <body class="gj">
        <a class="skip" href="#main">
          {words.common.skip}
        </a>
        <header class="top">
          <div class="wrap top-row">
            <HouseName house={house} title={title} />
            {places.length > 0 && (
              <nav aria-label={words.lounge.mainMenu}>
                {places.map(({ href, label, current }) => (
                  <a key={href} href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                  </a>
                ))}
              </nav>
            )}
            {signOut && (
              <form method="post" action={signOut.action}>
                <button type="submit" class="gj-button gj-quiet">
                  {signOut.label}
                </button>
              </form>
            )}
          </div>
        </header>
        <main id="main" class="wrap" tabindex={-1}>
          {said && (
            <p class={`said ${said.ok ? 'said-ok' : 'said-wrong'}`} role={said.ok ? 'status' : 'alert'}>
              {said.words}
            </p>
          )}
          {children}
        </main>
        {contact && (
          <footer>
            <HouseContact house={house} words={words} />
          </footer>
        )}
      </body>
    </html>
  );
}

/** What somebody wrote, as our node tree: no HTML of theirs can come through. */
export function Written({ words, markdown }: { words: Words; markdown: string }) {
  const { article } = compile(tagsAsWords(markdown), { guide: false });
  return (
    <TextContext.Provider value={text(words.lang)}>
      <ArticleView article={{ blocks: article.blocks, lang: words.lang }} />
    </TextContext.Provider>
  );
}

/** A manual has no HTML and leaves it out; in what people write, a tag is something that they want to say. */
function tagsAsWords(markdown: string): string {
  let fenced = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      return fenced ? line : line.replace(/`+[^`]*`+|\\.|</g, (each) => (each === '<' ? '\\<' : each));
    })
    .join('\n');
}

/** Of a page that others may not frame, keep or learn about. */
export const HEADERS: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
