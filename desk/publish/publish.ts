import {
  BundleError,
  type Catalogue,
  type GuideEntry,
  type PartRef,
  readCatalogue,
  readShelf,
  type Shelf,
} from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import { jsonBytes, type Published, type ReleaseOptions, release } from './bundle.ts';
import { articleEntry, type Compiled, catalogueOf, guideEntries, inOrder } from './compile.ts';
import { compileContent, type Group, type Surveyed } from './compile-content.ts';
import type { Content } from './content.ts';
import { directoryStore } from './directory.ts';
import type { KeyPair } from './keys.ts';
import { type ContentProblem, error } from './problem.ts';
import { memoryStage, refOf, type Stage } from './stage.ts';
import type { BundleStore } from './store.ts';

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
  const { content, problems } = await compileContent(
    dir,
    (group) => {
      compiled.push(...group.compiled);
      translations.push(...group.translations);
    },
    { limit: Number.POSITIVE_INFINITY },
  );
  return { content, compiled, translations, problems };
}

export const hasErrors = (problems: readonly ContentProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

export interface PublishOptions
  extends Pick<ReleaseOptions, 'days' | 'versions' | 'versionFloor' | 'draft' | 'confirm'> {
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
  const parts: PartRef[] = [];
  const shelved: PartRef[] = [];
  const flat: Group[] = [];
  const surveyed = await compileContent(
    options.content,
    async (group) => {
      const refs = await stageTexts(stage, group);
      for (const [name, bytes] of group.search) parts.push(await put(stage, name, bytes));
      if (group.shelf) {
        shelved.push(...refs);
        parts.push(await stageShelf(stage, group.shelf.name, group, refs));
      } else {
        parts.push(...refs);
        flat.push(group);
      }
    },
    { limit: options.shelfLimit, drafts: options.drafts },
  );
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
  parts.push(await put(stage, 'catalogue', bytes));
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

async function put(stage: Stage, name: string, bytes: Uint8Array): Promise<PartRef> {
  const ref = await refOf(name, bytes);
  await stage.put(ref, bytes);
  return ref;
}

/** Each text was read back through the reader's own schema when it was checked. */
async function stageTexts(stage: Stage, { compiled, translations }: Group): Promise<PartRef[]> {
  const refs: PartRef[] = [];
  for (const { article, guides, translated } of [...compiled, ...translations]) {
    const ending = translated ? `.${article.lang}` : '';
    refs.push(await put(stage, `article/${article.id}${ending}`, jsonBytes(article)));
    for (const guide of guides) refs.push(await put(stage, `guide/${guide.id}${ending}`, jsonBytes(guide)));
  }
  return refs;
}

async function stageShelf(stage: Stage, name: string, group: Group, parts: PartRef[]): Promise<PartRef> {
  const texts = [...group.compiled, ...group.translations].sort(inOrder);
  const shelf: Shelf = {
    articles: texts.map((text) => ({
      ...articleEntry(text),
      ...(text.position !== 1_000 && { position: text.position ?? 0 }),
    })),
    guides: texts.flatMap((text) =>
      guideEntries(text).map((guide): GuideEntry => ({ ...guide, lang: text.article.lang })),
    ),
    parts: [...parts].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const bytes = jsonBytes(shelf);
  readShelf(bytes, name);
  return put(stage, `shelf/${name}`, bytes);
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
