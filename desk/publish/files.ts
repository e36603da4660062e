import * as v from 'valibot';
import type { Brand, Category, Console, Lounge } from '../../shared/bundle/index.ts';

/**
 * Shapes of the YAML files of the content folder: what ends up in the catalogue, with the conveniences of hand-written
 * text and every fault said where it stands. What readers take is held by `shared/bundle/schema.ts`, through which
 * nothing is published that has not been read back.
 */

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/));
const short = v.pipe(v.string(), v.maxLength(400));
const list = <T extends v.GenericSchema<unknown, unknown>>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));
const webAddress = v.pipe(
  v.string(),
  v.url(),
  v.maxLength(2_000),
  v.regex(/^https?:\/\//, 'an http(s) address'),
);
const localised = v.strictObject({ ko: short, en: v.optional(short), ja: v.optional(short) });
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const empty = v.optional(v.array(v.string()), []);

export const consoleFile: v.GenericSchema<unknown, Console> = v.strictObject({
  id,
  name: localised,
  addresses: v.optional(
    list(
      v.pipe(v.string(), v.maxLength(300), v.regex(/^(\*|https?):\/\/(\*|(\*\.)?[^/*:]+)(:\d+)?\/.*$/)),
      50,
    ),
    [],
  ),
  recognise: v.optional(v.strictObject({ title: empty, text: empty }), { title: [], text: [] }),
  home: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//))), null),
  labels: v.optional(list(list(short, 20), 500), []),
});

/** Here the desk has no key yet, and the logo is the name of a file. */
export interface LoungeFile extends Omit<Lounge, 'desk' | 'brand'> {
  desk: { url: string };
  brand?: { color?: Brand['color']; logo?: string | undefined } | undefined;
}
export const loungeFile: v.GenericSchema<unknown, LoungeFile> = v.strictObject({
  name: short,
  greeting: short,
  publisher: short,
  categories: v.array(v.lazy(() => categoryFile)),
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
  desk: v.strictObject({ url: webAddress }),
  brand: v.optional(
    v.strictObject({
      color: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, '#rrggbb'))),
      logo: v.optional(v.string()),
    }),
  ),
  url: v.optional(webAddress),
});

const categoryFile: v.GenericSchema<unknown, Category> = v.strictObject({
  id,
  title: localised,
  children: v.optional(v.array(v.lazy(() => categoryFile)), []),
});

const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.minLength(1));

/** Groups of words that mean the same thing (`- [아웃룩, Outlook]`), and queries with the article that they must find. */
export const termsFile = v.strictObject({
  terms: v.optional(v.array(v.pipe(v.array(word), v.minLength(2))), []),
  examples: v.optional(
    v.array(
      v.strictObject({
        query: word,
        finds: v.string(),
        within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      }),
    ),
    [],
  ),
});
