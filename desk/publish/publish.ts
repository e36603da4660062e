import { stat } from 'node:fs/promises';
import { BundleError, readArticle, readCatalogue, readGuide } from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import { attachTargets } from './attach-targets.ts';
import { jsonBytes, type PartBytes, type Published, writeBundle } from './bundle.ts';
import { checkTogether } from './check.ts';
import { type Compiled, catalogueOf, compileManuals, searchBytes, searchIndex } from './compile.ts';
import { type Content, readContent } from './content.ts';
import type { KeyPair } from './keys.ts';
import { type ContentProblem, error } from './problem.ts';
import { checkPublishable } from './publishable.ts';
import { checkTermsFile } from './terms.ts';

export interface Checked {
  content: Content | null;
  compiled: Compiled[];
  problems: ContentProblem[];
}

/** Reads and compiles a content folder and finds every fault in it. */
export async function checkContent(dir: string): Promise<Checked> {
  if (!(await stat(dir).catch(() => null))?.isDirectory())
    throw new Expected({ ko: `콘텐츠 폴더가 없습니다: ${dir}`, en: `There is no content folder at ${dir}` });
  const problems: ContentProblem[] = [];
  const { lounge, ...rest } = await readContent(dir, problems);
  const compiled = compileManuals(rest, problems);
  problems.push(...attachTargets(rest, compiled));
  const content = lounge && { ...rest, lounge };
  problems.push(...checkPublishable(rest.manuals, compiled));
  if (content) problems.push(...checkTogether(content, compiled));
  if (!problems.some(({ code }) => code === 'same-id'))
    problems.push(...checkTermsFile(rest.terms, searchIndex(compiled, rest.terms.groups)));
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { content, compiled, problems };
}

export const hasErrors = (problems: readonly ContentProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

/** Every part of the bundle as bytes, each read back through the reader's own schema before it is signed. */
export function partsOf(content: Content, compiled: Compiled[], receiptKey: string): PartBytes {
  const parts: PartBytes = new Map();
  const add = (name: string, value: unknown, readBack: (bytes: Uint8Array) => unknown) => {
    const bytes = jsonBytes(value);
    readBack(bytes);
    parts.set(name, bytes);
  };
  add('catalogue', catalogueOf(content, compiled, receiptKey), readCatalogue);
  for (const { article, guides } of compiled) {
    add(`article/${article.id}`, article, (bytes) => readArticle(bytes, article.id));
    for (const guide of guides) add(`guide/${guide.id}`, guide, (bytes) => readGuide(bytes, guide.id));
  }
  parts.set('search', searchBytes(compiled, content.terms.groups));
  return parts;
}

export interface PublishOptions {
  content: string;
  out: string;
  days: number;
  publishKey: KeyPair;
  receiptKey: string;
  /** Overrides the desk address of lounge.yaml. */
  desk?: string;
}

/** A full disk, a folder of somebody else's: mended by the person at the keyboard, so said in one line. */
function unwritable(cause: unknown): never {
  const { code, path } = cause as NodeJS.ErrnoException;
  if (!code || !path) throw cause;
  throw new Expected({
    ko: `번들을 쓸 수 없습니다: ${path} (${code})`,
    en: `The bundle cannot be written: ${path} (${code})`,
  });
}

/** Check, compile, sign, write. Content with errors publishes nothing. */
export async function publish(options: PublishOptions): Promise<Checked & { published: Published | null }> {
  const checked = await checkContent(options.content);
  if (!checked.content || hasErrors(checked.problems)) return { ...checked, published: null };
  const content = options.desk
    ? { ...checked.content, lounge: { ...checked.content.lounge, desk: { url: options.desk } } }
    : checked.content;
  try {
    const parts = partsOf(content, checked.compiled, options.receiptKey);
    const published = await writeBundle(options.out, parts, options.publishKey, options.days).catch(
      unwritable,
    );
    return { ...checked, published };
  } catch (cause) {
    if (!(cause instanceof BundleError)) throw cause;
    // Articles and guides were checked one by one; what is left is what lounge.yaml says.
    checked.problems.push(
      error(
        'lounge.yaml',
        1,
        'not-publishable',
        `번들에 담을 수 없는 내용입니다: ${cause.message}`,
        `a bundle cannot hold this: ${cause.message}`,
      ),
    );
    return { ...checked, published: null };
  }
}
