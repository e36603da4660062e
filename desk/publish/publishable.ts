import { type Article, type Block, blockText, type Inline, inlineText } from '../../shared/article/index.ts';
import { BundleError, readArticle, readGuide } from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { jsonBytes } from './bundle.ts';
import type { Compiled } from './compile.ts';
import type { Manual } from './content.ts';
import { type ContentProblem, error } from './problem.ts';

/**
 * What a reader would refuse, said to the author before anything is signed: every article and guide is read
 * back through the reader's own schema.
 */
export function checkPublishable(
  manuals: readonly Manual[],
  compiled: readonly Compiled[],
): ContentProblem[] {
  const sources = new Map(manuals.map(({ file, source }) => [file, source.split('\n')]));
  return compiled.flatMap(({ file, article, guides }) => {
    const source = sources.get(file) ?? [];
    const inArticle = refusal(() => readArticle(jsonBytes(article), article.id));
    // A step says what its line in the article says: the same fault is not told twice.
    if (inArticle) return [problem(file, lineInArticle(inArticle, article, source), inArticle)];
    return guides.flatMap((guide) => {
      const inGuide = refusal(() => readGuide(jsonBytes(guide), guide.id));
      return inGuide ? [problem(file, lineInGuide(inGuide, guide), inGuide)] : [];
    });
  });
}

function refusal(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (cause) {
    if (cause instanceof BundleError) return cause.detail || cause.message;
    throw cause;
  }
}

function lineInGuide(detail: string, guide: Guide): number {
  const index = /^steps\.(\d+)/.exec(detail)?.[1];
  return (index && guide.steps[Number(index)]?.line) || 1;
}

/** Blocks keep no line: looked for by the refused value, else by the words of the smallest node that holds it. */
function lineInArticle(detail: string, article: Article, source: readonly string[]): number {
  const value = / received "(.*)"$/s.exec(detail)?.[1];
  const sought = [value ?? '', ...wordsOnTheWay(detail, article)].map(letters).filter(Boolean);
  for (const words of sought) {
    const at = source.findIndex((line) => letters(line).includes(words.slice(0, 16)));
    if (at >= 0) return at + 1;
  }
  return 1;
}

/** Words of the nodes along a path such as `blocks.3.kids.0.path`, innermost first. */
function wordsOnTheWay(detail: string, article: Article): string[] {
  const words: string[] = [];
  let node: unknown = article;
  for (const key of detail.split(' ', 1)[0]?.split('.') ?? []) {
    node = (node as Record<string, unknown> | undefined)?.[key];
    if (typeof node !== 'object' || node === null || !('t' in node)) continue;
    const text = isInline(node as Inline | Block) ? inlineText([node as Inline]) : blockText([node as Block]);
    words.unshift(text);
  }
  return words;
}

const INLINE = new Set<string>(['text', 'strong', 'em', 'strike', 'label', 'link', 'break']);
const isInline = (node: Inline | Block): boolean => INLINE.has(node.t);
/** Marks of Markdown and menu paths are written in many ways; letters in one. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function problem(file: string, line: number, detail: string): ContentProblem {
  const value = / received "(.*)"$/s.exec(detail)?.[1]?.slice(0, 80) ?? '';
  if (/^\S*\.src /.test(detail))
    return error(
      file,
      line,
      'image-address',
      `그림 주소로 쓸 수 없습니다: ${value}. https:// 주소나 영문 파일 이름을 쓰십시오`,
      `not an address for a picture: ${value}; use https:// or a file name in Latin letters`,
    );
  if (/^\S*\.href /.test(detail))
    return error(
      file,
      line,
      'link-address',
      `링크 주소로 쓸 수 없습니다: ${value}. https:// 주소나 article:<문서 id>를 쓰십시오`,
      `not an address for a link: ${value}; use https:// or article:<id>`,
    );
  if (detail === 'too deep')
    return error(
      file,
      line,
      'too-deep',
      '목록이나 인용이 너무 깊게 겹쳐 있습니다',
      'lists or quotes are nested too deeply',
    );
  return error(
    file,
    line,
    'not-publishable',
    `번들에 담을 수 없는 내용입니다: ${detail.slice(0, 200)}`,
    `a bundle cannot hold this: ${detail.slice(0, 200)}`,
  );
}
