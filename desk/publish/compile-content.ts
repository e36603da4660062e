import { stat } from 'node:fs/promises';
import {
  type PartRef,
  type Placed,
  SHELF_LIMIT,
  type ShelfEntry,
  shelve,
} from '../../shared/bundle/index.ts';
import { loadIndexes } from '../../shared/bundle/merge-index.ts';
import { Expected } from '../say.ts';
import { targetsOf } from './attach-targets.ts';
import type { Ready } from './bundle.ts';
import { checkTogether } from './check.ts';
import { compileOne } from './compile.ts';
import type { MakeJob } from './compile-group.ts';
import { type Content, type Manual, readContent } from './content.ts';
import { inOrder } from './in-order.ts';
import { type ContentProblem, warning } from './problem.ts';
import type { Progress } from './progress.ts';
import { checkPublishable } from './publishable.ts';
import type { Summary } from './summary.ts';
import { targetsFileOf } from './targets.ts';
import { checkTermsFile } from './terms.ts';
import type { Workshop } from './workshop.ts';

/** Above this, terms.yaml is not tried out: an index of everything would need more memory than the rest. */
const MOST_TRIED = 20_000;

/** More warnings than anybody reads in one run; errors are all told. */
const MOST_WARNINGS = 2_000;

export interface Surveyed extends Pick<Ready, 'parts' | 'shelved'> {
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
  /** Is told how far the work has come. */
  told?: Progress | undefined;
}

type Text = Placed & { manual: Manual };

/**
 * Reads and compiles a content folder, one group of texts after the other, and finds every fault in it. Only what
 * others need to know of a text is kept: a hundred thousand of them pass through bounded memory.
 */
export async function compileContent(
  dir: string,
  workshop: Workshop,
  { limit = SHELF_LIMIT, drafts = false, told }: CompileOptions = {},
): Promise<Surveyed> {
  if (!(await stat(dir).catch(() => null))?.isDirectory())
    throw new Expected({ ko: `콘텐츠 폴더가 없습니다: ${dir}`, en: `There is no content folder at ${dir}` });
  const problems: ContentProblem[] = [];
  const { lounge, ...rest } = await readContent(dir, problems, workshop, told);
  if (drafts) for (const { meta } of [...rest.manuals, ...rest.translations]) meta.draft = false;
  const content = lounge && { ...rest, lounge };
  const texts = textsOf(rest);
  const groups =
    texts.length > limit ? await shelve(texts, limit) : new Map<ShelfEntry | null, Text[]>([[null, texts]]);
  // Search cannot hold two documents of one id; check says which they are.
  const indexed = new Set(texts.map(({ id, lang }) => `${id}.${lang}`)).size === texts.length;
  const tryOut = indexed && texts.length <= MOST_TRIED && hasTerms(rest);
  const parts: PartRef[] = [];
  const shelved = new Map<string, PartRef[]>();
  const summaries: Summary[] = [];
  const indexes: Uint8Array[] = [];
  let unsaid = 0;
  const jobs = jobsOf(rest, groups, indexed);
  for await (const made of inOrder(jobs, (job) => workshop.make(job, tryOut), workshop.abreast)) {
    problems.push(...made.problems);
    summaries.push(...made.summaries);
    parts.push(...made.parts);
    const shelf = made.parts.find(({ name }) => name.startsWith('shelf/'));
    if (shelf) shelved.set(shelf.hash, made.shelved);
    if (tryOut) indexes.push(...made.indexes);
    unsaid += keepFirst(problems);
    told?.('compile', summaries.length, texts.length);
  }
  if (unsaid > 0) problems.push(moreWarnings(unsaid));
  problems.push(...targetsOf(rest).orphans(), ...faultsBehind(rest));
  if (content) problems.push(...checkTogether(content, summaries));
  if (indexed) problems.push(...termFaults(rest, indexes, texts.length));
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const originals = summaries.filter(({ translated }) => !translated);
  return {
    ...{ content, problems, parts, shelved },
    shelves: [...groups.keys()].filter((shelf) => shelf !== null),
    articles: originals.length,
    guides: originals.reduce((sum, { guides }) => sum + guides.length, 0),
  };
}

/** What is needed to make each group, put together when its turn comes. */
function* jobsOf(
  { manuals, translations, targets, consoles, terms }: Omit<Content, 'lounge'>,
  groups: ReadonlyMap<ShelfEntry | null, Text[]>,
  indexed: boolean,
): Generator<MakeJob> {
  const langs = langsOf({ manuals, translations });
  const recorded = new Map(targets.map((file) => [file.file, file]));
  for (const [shelf, members] of groups) {
    const texts = members.map(({ id, manual: { file, meta, outdated }, translation }) => ({
      ...{ file, meta, translation, langs: langs.get(id) ?? [] },
      ...(outdated && { outdated }),
    }));
    const files = new Set(texts.map(({ file, meta }) => targetsFileOf(file, meta.id)));
    yield {
      ...{ shelf, texts, consoles, terms: terms.groups, indexed },
      targets: [...files].flatMap((file) => recorded.get(file) ?? []),
    };
  }
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
  if (!hasTerms({ terms })) return [];
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

const hasTerms = ({ terms }: Pick<Content, 'terms'>): boolean =>
  terms.groups.length + (terms.examples?.length ?? 0) > 0;
