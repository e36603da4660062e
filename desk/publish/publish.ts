import { BundleError, type Catalogue, readCatalogue } from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import { jsonBytes, type Published, type ReleaseOptions, release } from './bundle.ts';
import { type Compiled, catalogueOf } from './compile.ts';
import { compileContent, type Surveyed } from './compile-content.ts';
import type { Group } from './compile-group.ts';
import type { Content } from './content.ts';
import { directoryStore } from './directory.ts';
import type { KeyPair } from './keys.ts';
import { type ContentProblem, error } from './problem.ts';
import { sweepCache } from './shelf-cache.ts';
import { memoryStage, type Stage } from './stage.ts';
import { putPart, stageGroup } from './stage-group.ts';
import type { BundleStore } from './store.ts';
import { openWorkshop, workHere } from './workshop.ts';

export interface Checked {
  content: Content | null;
  compiled: Compiled[];
  translations: Compiled[];
  problems: ContentProblem[];
}

/** Reads and compiles a content folder and finds every fault in it; keeps it all in memory. */
export async function checkContent(dir: string): Promise<Checked> {
  const compiled: Compiled[] = [];
  const translations: Compiled[] = [];
  const workshop = workHere(dir, (group) => {
    compiled.push(...group.compiled);
    translations.push(...group.translations);
    return null;
  });
  const { content, problems } = await compileContent(dir, workshop, { limit: Number.POSITIVE_INFINITY });
  return { content, compiled, translations, problems };
}

export const hasErrors = (problems: readonly ContentProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

export interface PublishOptions
  extends Pick<ReleaseOptions, 'days' | 'versions' | 'versionFloor' | 'draft' | 'confirm' | 'told'> {
  content: string;
  /** Directory of the bundle. */
  out: string;
  /** Where it goes instead of a directory. */
  store?: BundleStore;
  publishKey: KeyPair;
  receiptKey: string;
  /** Overrides the desk address of lounge.yaml. */
  desk?: string;
  /** Where parts are put before anybody sees them; in memory unless told. */
  stage?: Stage;
  /** Folder that remembers what became of each shelf, so that publishing again costs what changed. */
  cache?: string;
  /** Threads beside this one that compile, 0 for none; with a stage of files and many texts one for each processor. */
  threads?: number;
  /** Is told what was found before anything is published. */
  checked?: (surveyed: Surveyed) => void;
  /** With the manuals that are marked as drafts. */
  drafts?: boolean;
  /** Most texts on a shelf; `SHELF_LIMIT` unless told. */
  shelfLimit?: number;
}

export interface Outcome extends Surveyed {
  /** Null when nothing was published: `problems` says why. */
  published: Published | null;
}

/** Check, compile, sign, write. Content with errors publishes nothing. */
export async function publish(options: PublishOptions): Promise<Outcome> {
  const stage = options.stage ?? memoryStage();
  try {
    const outcome = await compileAndRelease(options, stage);
    if (!outcome.published) await stage.undo();
    return outcome;
  } catch (cause) {
    await stage.undo().catch(() => undefined);
    throw cause instanceof Expected ? cause : unwritable(cause);
  }
}

async function compileAndRelease(options: PublishOptions, stage: Stage): Promise<Outcome> {
  const flat: Group[] = [];
  const here = workHere(options.content, async (group) => {
    if (!group.shelf) flat.push(group);
    return stageGroup(stage, group);
  });
  const { content: dir, cache, threads } = options;
  const workshop = await openWorkshop(here, { dir, stage, cache, threads });
  const surveyed = await compileContent(dir, workshop, {
    limit: options.shelfLimit,
    ...{ drafts: options.drafts, told: options.told },
  }).finally(() => workshop.close());
  if (cache) sweepCache(cache, new Set(surveyed.shelves.map(({ name }) => name)));
  options.checked?.(surveyed);
  const { content, problems } = surveyed;
  if (!content || hasErrors(problems)) return { ...surveyed, published: null };
  const lounge = options.desk ? { ...content.lounge, desk: { url: options.desk } } : content.lounge;
  const bytes = jsonBytes(theCatalogue({ ...content, lounge }, flat, surveyed, options.receiptKey));
  try {
    readCatalogue(bytes);
  } catch (cause) {
    if (!(cause instanceof BundleError)) throw cause;
    // Articles and guides were checked one by one; what is left is what lounge.yaml says.
    const fault = error(
      'lounge.yaml',
      1,
      'not-publishable',
      `번들에 담을 수 없는 내용입니다: ${cause.message}`,
      `a bundle cannot hold this: ${cause.message}`,
    );
    return { ...surveyed, problems: [...problems, fault], published: null };
  }
  const parts = [...surveyed.parts, await putPart(stage, 'catalogue', bytes)];
  const { shelved } = surveyed;
  const store = options.store ?? directoryStore(options.out);
  const published = await release(store, { parts, shelved, stage }, { ...options, key: options.publishKey });
  return { ...surveyed, published };
}

function theCatalogue(
  content: Content,
  flat: readonly Group[],
  { shelves }: Surveyed,
  receiptKey: string,
): Catalogue {
  const originals = flat.flatMap(({ compiled }) => compiled);
  const translations = flat.flatMap((group) => group.translations);
  const catalogue = catalogueOf(content, originals, receiptKey, translations);
  return shelves.length > 0 ? { ...catalogue, shelves } : catalogue;
}

/** A full disk, a folder of somebody else's: mended by the person at the keyboard, so said in one line. */
function unwritable(cause: unknown): unknown {
  const { code, path, syscall } = cause as NodeJS.ErrnoException;
  if (!code || !path || !syscall) return cause;
  return new Expected({
    ko: `번들을 쓸 수 없습니다: ${path} (${code})`,
    en: `The bundle cannot be written: ${path} (${code})`,
  });
}
