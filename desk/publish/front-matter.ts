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

export function readFrontMatter(
  source: string,
  file: string,
  problems: ContentProblem[],
): FrontMatter | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\s*(\r?\n|$)/.exec(source);
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
  return readYaml(match[1] ?? '', frontMatter, file, 2, problems);
}
