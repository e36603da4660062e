import * as v from 'valibot';
import type { Article, Block, Inline } from '../article/index.ts';
import { ACTIONS, type Guide } from '../guide/index.ts';
import type { Catalogue, Category, Shelf } from './contents.ts';
import type { Manifest } from './manifest.ts';
import { recordedText } from './recorded.ts';

/** The closed vocabulary of a bundle. `strictObject` everywhere: an unknown key refuses the part. */

const short = v.pipe(v.string(), v.maxLength(400));
const long = v.pipe(v.string(), v.maxLength(100_000));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/));
const lang = v.picklist(['ko', 'en', 'ja']);
const list = <T extends v.GenericSchema>(item: T, most = 5_000) => v.pipe(v.array(item), v.maxLength(most));
/** What a reader may follow: no script, no data, no other scheme. */
const href = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.regex(/^(https?:\/\/|mailto:|tel:|#|article:[a-z0-9-]+(#|$))/i),
);
const imageSource = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^(https:\/\/|[\w][\w./-]*$)/));

const inline: v.GenericSchema<Inline> = v.variant('t', [
  v.strictObject({ t: v.literal('text'), text: long }),
  v.strictObject({ t: v.picklist(['strong', 'em', 'strike']), kids: v.lazy(() => list(inline)) }),
  v.strictObject({ t: v.literal('code'), text: long }),
  v.strictObject({ t: v.literal('label'), path: list(short, 20) }),
  v.strictObject({ t: v.literal('link'), href, kids: v.lazy(() => list(inline)) }),
  v.strictObject({ t: v.literal('break') }),
]) as v.GenericSchema<Inline>;
const inlines = list(inline);

const blocks: v.GenericSchema<Block[]> = v.lazy(() => list(block));
const block: v.GenericSchema<Block> = v.variant('t', [
  v.strictObject({ t: v.literal('heading'), level: v.picklist([2, 3, 4]), id: short, kids: inlines }),
  v.strictObject({ t: v.literal('para'), kids: inlines }),
  v.strictObject({
    t: v.literal('list'),
    ordered: v.boolean(),
    items: list(v.strictObject({ marker: v.nullable(short), kids: blocks })),
  }),
  v.strictObject({ t: v.literal('note'), tone: v.picklist(['note', 'tip', 'caution']), kids: blocks }),
  v.strictObject({ t: v.literal('table'), head: list(inlines), rows: list(list(inlines)) }),
  v.strictObject({ t: v.literal('code'), text: long }),
  v.strictObject({ t: v.literal('quote'), kids: blocks }),
  v.strictObject({ t: v.literal('image'), src: imageSource, alt: short }),
  v.strictObject({ t: v.literal('rule') }),
]) as v.GenericSchema<Block>;

const audience = v.picklist(['admin', 'user']);
const date = v.pipe(v.string(), v.isoDate());
/** The pattern alone lets times through that no clock can compare, and what compares with nothing never ends. */
const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'not a time'),
);

export const article: v.GenericSchema<Article> = v.strictObject({
  id,
  lang,
  title: short,
  description: v.pipe(v.string(), v.maxLength(1_000)),
  console: v.nullable(id),
  category: id,
  audience,
  tags: list(short, 100),
  keywords: list(short, 200),
  updated: date,
  related: list(id, 50),
  blocks,
  guides: list(id, 50),
  translations: v.optional(list(lang, 3)),
  outdated: v.optional(v.literal(true)),
});

const done = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['on', 'off', 'filled']) }),
  v.strictObject({ kind: v.literal('value'), value: short }),
  v.strictObject({ kind: v.literal('shown'), text: short }),
  v.strictObject({
    kind: v.literal('row'),
    text: v.nullable(short),
    step: v.nullable(id),
    present: v.boolean(),
  }),
]);
const step = v.strictObject({
  id,
  action: v.picklist(ACTIONS),
  labels: list(short, 20),
  within: list(short, 20),
  value: v.nullable(short),
  optional: v.boolean(),
  alternative: v.nullable(short),
  caution: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
  danger: v.nullable(v.picklist(['irreversible', 'everyone'])),
  text: inlines,
  unsure: v.nullable(short),
  done: v.nullable(done),
  recorded: v.optional(v.nullable(recordedText), null),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
/** Bundles and walkthroughs from before targets could be recorded have no `recorded`. */
export const guide: v.GenericSchema<unknown, Guide> = v.strictObject({
  id,
  article: id,
  lang,
  title: short,
  console: v.nullable(id),
  steps: list(step, 200),
  outcome: list(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('step'), step: id }),
      v.strictObject({ kind: v.literal('chosen'), step: id, present: v.boolean() }),
    ]),
    50,
  ),
});

const localised = v.strictObject({ ko: short, en: v.optional(short), ja: v.optional(short) });
const category: v.GenericSchema<Category> = v.strictObject({
  id,
  title: localised,
  children: v.lazy(() => list(category, 200)),
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, '#rrggbb'));
const logo = v.strictObject({
  type: v.picklist(['image/svg+xml', 'image/png', 'image/webp']),
  data: v.pipe(v.string(), v.maxLength(70_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
export const lounge = v.strictObject({
  name: short,
  greeting: short,
  publisher: short,
  categories: list(category, 200),
  manual: id,
  faq: list(id, 100),
  contact: v.strictObject({ email: short, phone: short, hours: short }),
  consent: v.strictObject({
    version: count,
    title: short,
    rows: list(
      v.strictObject({
        required: list(short, 20),
        optional: list(short, 20),
        purpose: short,
        retention: short,
      }),
      20,
    ),
    refusal: v.pipe(v.string(), v.maxLength(2_000)),
    retentionDays: count,
  }),
  limits: v.strictObject({ files: count, fileBytes: count, totalBytes: count, types: list(short, 100) }),
  desk: v.strictObject({ url: v.pipe(v.string(), v.regex(/^https?:\/\//)), receiptKey: short }),
  brand: v.optional(v.strictObject({ color: v.optional(color), logo: v.optional(logo) })),
  url: v.optional(v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//))),
});
const matchPattern = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^(\*|https?):\/\/(\*|(\*\.)?[^/*:]+)(:\d+)?\/.*$/),
);
export const console = v.strictObject({
  id,
  name: localised,
  addresses: list(matchPattern, 50),
  recognise: v.strictObject({ title: list(short, 20), text: list(short, 20) }),
  home: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//))),
  labels: list(list(short, 20), 500),
});
const articleEntry = v.strictObject({
  id,
  lang,
  title: short,
  description: v.pipe(v.string(), v.maxLength(1_000)),
  console: v.nullable(id),
  category: id,
  audience,
  updated: date,
  guides: list(id, 50),
  related: v.optional(list(id, 50)),
  position: v.optional(v.number()),
  translated: v.optional(v.boolean()),
  outdated: v.optional(v.literal(true)),
});
const guideEntry = v.strictObject({
  id,
  article: id,
  title: short,
  console: v.nullable(id),
  steps: count,
  start: list(short, 20),
  lang: v.optional(lang),
  translated: v.optional(v.boolean()),
});
/** Clause 5.1. Console (`_` for none), language, and bits. */
const SHELF = /(_|[a-z0-9][a-z0-9-]{0,99})\.(ko|en|ja)(\.[01]{1,32})?/.source;
const texts = { articles: list(articleEntry, 200_000), guides: list(guideEntry, 200_000) };
export const catalogue: v.GenericSchema<Catalogue> = v.strictObject({
  lounge,
  consoles: list(console, 200),
  ...texts,
  translations: v.optional(v.strictObject(texts)),
  shelves: v.optional(
    list(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(new RegExp(`^${SHELF}$`))),
        console: v.nullable(id),
        lang,
        translations: v.optional(v.literal(true)),
      }),
      20_000,
    ),
  ),
});

const partRef = (names: RegExp) =>
  v.strictObject({
    name: v.pipe(v.string(), v.regex(names)),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(256 * 1024 * 1024)),
  });
const TEXT = /(article|guide)\/[a-z0-9-]{1,100}(\.(ko|en|ja))?/.source;

export const shelf: v.GenericSchema<Shelf> = v.strictObject({
  ...texts,
  parts: list(partRef(new RegExp(`^${TEXT}$`)), 400_000),
});

export const manifest: v.GenericSchema<Manifest> = v.strictObject({
  format: v.literal(1),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  published: time,
  expires: time,
  parts: list(
    partRef(new RegExp(`^(catalogue|search(/(ko|en|ja))?|(shelf|search)/${SHELF}|${TEXT})$`)),
    500_000,
  ),
  draft: v.optional(v.literal(true)),
});
