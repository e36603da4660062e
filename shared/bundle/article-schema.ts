import type { Article, Block, Inline } from '../article/index.ts';
import { flag, later, list, maybe, object, one, orNull, type Shape, text, variant } from './shape.ts';
import { audience, date, description, id, idOrNull, ids, lang, short, words } from './words.ts';

/** The closed vocabulary of an article (clause 6.2): no HTML, no script, no style. */

const long = text(100_000);
/** What a reader may follow: no script, no data, no other scheme. */
const href = text(2_000, /^(https?:\/\/|mailto:|tel:|#|article:[a-z0-9-]+(#|$))/i);
const imageSource = text(2_000, /^(https:\/\/|[\w][\w./-]*$)/);

const kids = { kids: later(() => inlines) };
const inline: Shape<Inline> = variant('t', {
  text: { text: long },
  strong: kids,
  em: kids,
  strike: kids,
  code: { text: long },
  label: { path: words(20) },
  link: { href, ...kids },
  break: {},
});
export const inlines: Shape<Inline[]> = list(inline);

const blocks: Shape<Block[]> = later(() => list(block));
const block: Shape<Block> = variant('t', {
  heading: { level: one(2, 3, 4), id: short, kids: inlines },
  para: { kids: inlines },
  list: { ordered: flag, items: list(object({ marker: orNull(short), kids: blocks })) },
  note: { tone: one('note', 'tip', 'caution'), kids: blocks },
  table: { head: list(inlines), rows: list(list(inlines)) },
  code: { text: long },
  quote: { kids: blocks },
  image: { src: imageSource, alt: short },
  rule: {},
});

export const article: Shape<Article> = object({
  id,
  lang,
  title: short,
  description,
  console: idOrNull,
  category: id,
  audience,
  tags: words(100),
  keywords: words(200),
  updated: date,
  related: ids(50),
  blocks,
  guides: ids(50),
  translations: maybe(list(lang, 3)),
  outdated: maybe(one(true)),
});
