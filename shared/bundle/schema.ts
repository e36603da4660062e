import type { Catalogue, Category, Shelf } from './contents.ts';
import type { Manifest } from './manifest.ts';
import {
  flag,
  later,
  list,
  Misfit,
  maybe,
  number,
  object,
  one,
  orNull,
  type Shape,
  text,
  whole,
} from './shape.ts';
import { audience, date, description, id, idOrNull, ids, lang, short, webAddress, words } from './words.ts';

/** The closed vocabulary of what is read first: manifest, catalogue, shelves. Articles and guides have files of their own. */

const localised = object({ ko: short, en: maybe(short), ja: maybe(short) });
const categories = list(
  later(() => category),
  200,
);
const category: Shape<Category> = object({ id, title: localised, children: categories });
const lounge = object({
  name: short,
  greeting: short,
  publisher: short,
  categories,
  manual: id,
  faq: ids(100),
  contact: object({ email: short, phone: short, hours: short }),
  consent: object({
    version: whole(),
    title: short,
    rows: list(object({ required: words(20), optional: words(20), purpose: short, retention: short }), 20),
    refusal: text(2_000),
    retentionDays: whole(),
  }),
  limits: object({ files: whole(), fileBytes: whole(), totalBytes: whole(), types: words(100) }),
  desk: object({ url: webAddress, receiptKey: short }),
  brand: maybe(
    object({
      color: maybe(text(7, /^#[0-9a-f]{6}$/i)),
      logo: maybe(
        object({
          type: one('image/svg+xml', 'image/png', 'image/webp'),
          data: text(70_000, /^[A-Za-z0-9+/]+={0,2}$/),
        }),
      ),
    }),
  ),
  url: maybe(webAddress),
});
const console = object({
  id,
  name: localised,
  addresses: list(text(300, /^(\*|https?):\/\/(\*|(\*\.)?[^/*:]+)(:\d+)?\/.*$/), 50),
  recognise: object({ title: words(20), text: words(20) }),
  home: orNull(webAddress),
  labels: list(words(20), 500),
});
const articleEntry = object({
  id,
  lang,
  title: short,
  description,
  console: idOrNull,
  category: id,
  audience,
  updated: date,
  guides: ids(50),
  related: maybe(ids(50)),
  position: maybe(number),
  translated: maybe(flag),
  outdated: maybe(one(true)),
});
const guideEntry = object({
  id,
  article: id,
  title: short,
  console: idOrNull,
  steps: whole(),
  start: words(20),
  lang: maybe(lang),
  translated: maybe(flag),
});
/** Clause 5.1. Console (`_` for none), language, and bits. */
const SHELF = '(_|[a-z0-9][a-z0-9-]{0,99})\\.(ko|en|ja)(\\.[01]{1,32})?';
const texts = { articles: list(articleEntry, 200_000), guides: list(guideEntry, 200_000) };
export const catalogue: Shape<Catalogue> = object({
  lounge,
  consoles: list(console, 200),
  ...texts,
  translations: maybe(object(texts)),
  shelves: maybe(
    list(
      object({
        name: text(200, new RegExp(`^${SHELF}$`)),
        console: idOrNull,
        lang,
        translations: maybe(one(true)),
      }),
      20_000,
    ),
  ),
});

const parts = (names: string, most: number) =>
  list(
    object({
      name: text(200, new RegExp(`^(${names})$`)),
      hash: text(64, /^[0-9a-f]{64}$/),
      size: whole(0, 256 * 1024 * 1024),
    }),
    most,
  );
const TEXT = '(article|guide)/[a-z0-9-]{1,100}(\\.(ko|en|ja))?';

export const shelf: Shape<Shelf> = object({ ...texts, parts: parts(TEXT, 400_000) });

const TIME = text(40, /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d(:?\d\d)?)$/);
/** The pattern alone lets times through that no clock can compare, and what compares with nothing never ends. */
const time: Shape<string> = (value) => {
  const given = TIME(value);
  if (Number.isNaN(Date.parse(given))) throw new Misfit(`is not a time, received "${given}"`);
  return given;
};

export const manifest: Shape<Manifest> = object({
  format: one(1),
  key: text(16, /^[0-9a-f]{16}$/),
  version: whole(1),
  published: time,
  expires: time,
  parts: parts(`catalogue|search(/(ko|en|ja))?|(shelf|search)/${SHELF}|${TEXT}`, 500_000),
  draft: maybe(one(true)),
});
