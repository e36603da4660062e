import * as v from 'valibot';
import type { Console } from '../../shared/bundle/index.ts';
import * as schema from '../../shared/bundle/schema.ts';

/** Shapes of the YAML files of the content folder: the bundle's own, with the conveniences of hand-written text. */

const empty = v.optional(v.array(v.string()), []);

export const consoleFile: v.GenericSchema<unknown, Console> = v.strictObject({
  ...schema.console.entries,
  addresses: v.optional(schema.console.entries.addresses, []),
  recognise: v.optional(v.strictObject({ title: empty, text: empty }), { title: [], text: [] }),
  home: v.optional(schema.console.entries.home, null),
  labels: v.optional(schema.console.entries.labels, []),
});

export const loungeFile = v.strictObject({
  ...schema.lounge.entries,
  categories: v.array(v.lazy(() => categoryFile)),
  desk: v.strictObject({ url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'an http(s) address')) }),
  /** Here the logo is the name of a file. */
  brand: v.optional(v.strictObject({ color: v.optional(schema.color), logo: v.optional(v.string()) })),
  url: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'an http(s) address'))),
});

interface CategoryFile {
  id: string;
  title: { ko: string; en?: string; ja?: string };
  children: CategoryFile[];
}
const categoryFile: v.GenericSchema<unknown, CategoryFile> = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
  title: schema.console.entries.name,
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
