import * as v from 'valibot';
import { type ContentProblem, error } from './problem.ts';
import { readYaml } from './yaml.ts';

const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(400));
const words = (most: number) => v.optional(v.pipe(v.array(word), v.maxLength(most)), []);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'lower-case letters, digits and hyphens'));

export const date = v.pipe(
  v.string(),
  v.isoDate('a date such as 2026-11-21'),
  // 2026-02-30 has the right form and is no day.
  v.check(
    (text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false,
    'a day of the calendar',
  ),
);

/**
 * Front matter of a manual. `title`, `description`, `tags`, `keywords`, `sidebar_position`, `draft` and
 * `last_update` mean what they mean in Docusaurus; the others are ours.
 */
const frontMatter = v.strictObject({
  id,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  category: id,
  console: v.optional(id),
  audience: v.optional(v.picklist(['admin', 'user']), 'user'),
  lang: v.optional(v.picklist(['ko', 'en', 'ja']), 'ko'),
  tags: words(100),
  keywords: words(200),
  related: v.optional(v.pipe(v.array(id), v.maxLength(50)), []),
  sidebar_position: v.optional(v.number(), 1_000),
  draft: v.optional(v.boolean(), false),
  last_update: v.strictObject({ date }),
  /** `false`: an article only, although it has numbered instructions. */
  guide: v.optional(v.boolean(), true),
  /** What becomes of the object that the admin picked, where the words do not say it. */
  outcome: v.optional(v.picklist(['added', 'removed', 'none'])),
});
export type FrontMatter = v.InferOutput<typeof frontMatter>;

/** Front matter of `<id>.<language>.md`: what is left out is that of the original. */
const translationMatter = v.strictObject({
  id: v.optional(id),
  title: frontMatter.entries.title,
  description: frontMatter.entries.description,
  lang: v.optional(v.picklist(['ko', 'en', 'ja'])),
  tags: v.optional(v.pipe(v.array(word), v.maxLength(100))),
  keywords: v.optional(v.pipe(v.array(word), v.maxLength(200))),
  draft: v.optional(v.boolean(), false),
  last_update: v.optional(v.strictObject({ date })),
  /** Of the text that was translated, as `check` prints it: where the original has another one, this is outdated. */
  source_hash: v.optional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'the hash that `check` prints, in quotes')),
  ),
});
export type TranslationMatter = v.InferOutput<typeof translationMatter>;

/** Fields for the table in docs/manual-marks.md, which a test compares with it. */
export const FIELDS = {
  manual: Object.keys(frontMatter.entries),
  translation: Object.keys(translationMatter.entries),
};

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\s*(\r?\n|$)/;

/** What follows the front matter, or everything where there is none. */
export const bodyOf = (source: string): string => source.replace(HEAD, '');

export const readFrontMatter = (
  source: string,
  file: string,
  problems: ContentProblem[],
): FrontMatter | null => readHead(frontMatter, source, file, problems);

export const readTranslationMatter = (
  source: string,
  file: string,
  problems: ContentProblem[],
): TranslationMatter | null => readHead(translationMatter, source, file, problems);

function readHead<T>(
  kind: v.GenericSchema<unknown, T>,
  source: string,
  file: string,
  problems: ContentProblem[],
): T | null {
  const match = HEAD.exec(source);
  if (!match) {
    problems.push(
      error(
        file,
        1,
        'front-matter',
        '문서 첫머리에 --- 로 둘러싼 머리말(front matter)이 필요합니다',
        'a manual starts with front matter between two lines of ---',
      ),
    );
    return null;
  }
  return readYaml(match[1] ?? '', kind, file, 2, problems);
}
