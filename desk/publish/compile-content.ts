import { stat } from 'node:fs/promises';
import { type Placed, SHELF_LIMIT, type ShelfEntry, shelve } from '../../shared/bundle/index.ts';
import { loadIndexes } from '../../shared/bundle/merge-index.ts';
import { serialize } from '../../shared/search/index.ts';
import { Expected } from '../say.ts';
import { targetsOf } from './attach-targets.ts';
import { checkTogether } from './check.ts';
import { type Compiled, compileOne, searchIndex } from './compile.ts';
import { type Content, type Manual, readContent } from './content.ts';
import { type ContentProblem, warning } from './problem.ts';
import { checkPublishable } from './publishable.ts';
import { type Summary, summaryOf } from './summary.ts';
import { checkTermsFile } from './terms.ts';

/** Above this, terms.yaml is not tried out: an index of everything would need more memory than the rest. */
const MOST_TRIED = 20_000;

/** More warnings than anybody reads in one run; errors are all told. */
const MOST_WARNINGS = 2_000;

/** Texts that are published together; `shelf` is null where there are few enough to do without. */
export interface Group {
  shelf: ShelfEntry | null;
  compiled: Compiled[];
  translations: Compiled[];
  /** Search indexes by name of their part. */
  search: Map<string, Uint8Array>;
}

export interface Surveyed {
  /** Null when lounge.yaml itself cannot be used. */
  content: Content | null;
  problems: ContentProblem[];
  shelves: ShelfEntry[];
  articles: number;
  guides: number;
}

export interface CompileOptions {
  /** Most texts on a shelf. */
  limit?: number | undefined;
  /** Manuals that are marked as drafts too, as if they were not. */
  drafts?: boolean | undefined;
}

type Text = Placed & { manual: Manual };

/**
 * Reads and compiles a content folder, one group of texts after the other, and finds every fault in it. Only what
 * others need to know of a text is kept: a hundred thousand of them pass through bounded memory.
 * @param each is given every group, also of content with faults
 */
export async function compileContent(
  dir: string,
  each: (group: Group) => Promise<void> | void,
  { limit = SHELF_LIMIT, drafts = false }: CompileOptions = {},
): Promise<Surveyed> {
  if (!(await stat(dir).catch(() => null))?.isDirectory())
    throw new Expected({ ko: `콘텐츠 폴더가 없습니다: ${dir}`, en: `There is no content folder at ${dir}` });
  const problems: ContentProblem[] = [];
  const { lounge, ...rest } = await readContent(dir, problems);
  if (drafts) for (const { meta } of [...rest.manuals, ...rest.translations]) meta.draft = false;
  const content = lounge && { ...rest, lounge };
  const texts = textsOf(rest);
  const groups =
    texts.length > limit ? await shelve(texts, limit) : new Map<ShelfEntry | null, Text[]>([[null, texts]]);
  const targets = targetsOf(rest);
  const langs = langsOf(rest);
  const summaries: Summary[] = [];
  const indexes: Uint8Array[] = [];
  let unsaid = 0;
  // Search cannot hold two documents of one id; check says which they are.
  const duplicate = new Set(texts.map(({ id, lang }) => `${id}.${lang}`)).size < texts.length;
  for (const [shelf, members] of groups) {
    const group: Group = { shelf, compiled: [], translations: [], search: new Map() };
    for (const { manual, translation } of members) {
      const compiled = compileOne(manual, rest.consoles, problems);
      const { article } = compiled;
      const all = langs.get(article.id) ?? [];
      if (all.length > 1) article.translations = all;
      if (manual.outdated) article.outdated = true;
      if (translation) compiled.translated = true;
      problems.push(...targets.attach(compiled), ...checkPublishable([manual], [compiled]));
      summaries.push(summaryOf(compiled));
      (translation ? group.translations : group.compiled).push(compiled);
    }
    if (!duplicate) {
      group.search = searchOf(group, rest.terms.groups);
      if (texts.length <= MOST_TRIED) indexes.push(...group.search.values());
    }
    await each(group);
    unsaid += keepFirst(problems);
  }
  if (unsaid > 0) problems.push(moreWarnings(unsaid));
  problems.push(...targets.orphans(), ...faultsBehind(rest));
  if (content) problems.push(...checkTogether(content, summaries));
  if (!duplicate) problems.push(...termFaults(rest, indexes, texts.length));
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const originals = summaries.filter(({ translated }) => !translated);
  return {
    content,
    problems,
    shelves: [...groups.keys()].filter((shelf) => shelf !== null),
    articles: originals.length,
    guides: originals.flatMap(({ guides }) => guides).length,
  };
}

/** Drops the warnings beyond the first ones. Returns how many those were. */
function keepFirst(problems: ContentProblem[]): number {
  let warnings = 0;
  const kept = problems.filter(({ severity }) => severity === 'error' || ++warnings <= MOST_WARNINGS);
  const dropped = problems.length - kept.length;
  if (dropped > 0) problems.splice(0, problems.length, ...kept);
  return dropped;
}

const moreWarnings = (count: number): ContentProblem =>
  warning('', 1, 'more-warnings', `주의가 ${count}건 더 있습니다`, `${count} more warnings`);

function textsOf({ manuals, translations }: Pick<Content, 'manuals' | 'translations'>): Text[] {
  const text = (manual: Manual, translation: boolean): Text => ({
    id: manual.meta.id,
    lang: manual.meta.lang,
    console: manual.meta.console ?? null,
    translation,
    manual,
  });
  return [
    ...manuals.filter(({ meta }) => !meta.draft).map((manual) => text(manual, false)),
    ...translations.filter(({ meta }) => !meta.draft).map((manual) => text(manual, true)),
  ];
}

/** Every language of each article, the one it was written in first. */
function langsOf(content: Pick<Content, 'manuals' | 'translations'>): Map<string, string[]> {
  const langs = new Map<string, string[]>();
  for (const { id, lang } of textsOf(content)) langs.set(id, [...(langs.get(id) ?? []), lang]);
  return langs;
}

/** Clauses 6.3 and 6.6: one index a shelf, or one of the originals and one of each other language. */
function searchOf({ shelf, compiled, translations }: Group, terms: string[][]): Map<string, Uint8Array> {
  const bytes = (texts: readonly Compiled[]) => serialize(searchIndex(texts, terms));
  if (shelf) return new Map([[`search/${shelf.name}`, bytes([...compiled, ...translations])]]);
  const langs = [...new Set(translations.map(({ article }) => article.lang))].sort();
  return new Map([
    ['search', bytes(compiled)],
    ...langs.map((lang): [string, Uint8Array] => [
      `search/${lang}`,
      bytes(translations.filter(({ article }) => article.lang === lang)),
    ]),
  ]);
}

/** A text whose front matter is at fault is looked through all the same: one run names everything. */
function faultsBehind({ faulty, consoles }: Content | Omit<Content, 'lounge'>): ContentProblem[] {
  return faulty.flatMap(({ file, source }) => {
    const problems: ContentProblem[] = [];
    const meta = {
      ...{ id: 'faulty', title: 'faulty', description: '', category: 'faulty', lang: 'ko' as const },
      ...{
        audience: 'user' as const,
        tags: [],
        keywords: [],
        related: [],
        sidebar_position: 0,
        draft: false,
      },
      ...{ last_update: { date: '2000-01-01' }, guide: true, console: undefined },
    };
    const manual: Manual = { file, source, meta };
    const compiled = compileOne(manual, consoles, problems);
    return [...problems, ...checkPublishable([manual], [compiled])];
  });
}

function termFaults(
  { terms }: Pick<Content, 'terms'>,
  indexes: readonly Uint8Array[],
  count: number,
): ContentProblem[] {
  if (terms.groups.length + (terms.examples?.length ?? 0) === 0) return [];
  if (count > MOST_TRIED)
    return [
      warning(
        'terms.yaml',
        1,
        'terms-not-tried',
        `문서가 ${MOST_TRIED}개보다 많아 낱말 묶음과 예를 시험하지 않았습니다`,
        `with more than ${MOST_TRIED} manuals, groups and examples are not tried out`,
      ),
    ];
  return checkTermsFile(terms, loadIndexes(indexes));
}
