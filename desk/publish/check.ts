import type { Block, Inline } from '../../shared/article/index.ts';
import type { Category } from '../../shared/bundle/index.ts';
import type { Compiled } from './compile.ts';
import type { Content } from './content.ts';
import { type ContentProblem, error, warning } from './problem.ts';

/** Faults that only show when all documents are seen together: names that lead nowhere, names used twice. */
export function checkTogether(content: Content, compiled: Compiled[]): ContentProblem[] {
  return [...duplicates(content), ...settings(content), ...references(content, compiled)];
}

function duplicates({ manuals }: Content): ContentProblem[] {
  const first = new Map<string, string>();
  return manuals.flatMap(({ file, meta }) => {
    const other = first.get(meta.id);
    if (!other) first.set(meta.id, file);
    const sameId = other
      ? [
          error(
            file,
            2,
            'same-id',
            `id ${meta.id}는 ${other}에서 이미 쓰고 있습니다`,
            `id ${meta.id} is taken by ${other}`,
          ),
        ]
      : [];
    const name = file.split('/').at(-1)?.replace(/\.md$/, '');
    const misnamed =
      name === meta.id
        ? []
        : [
            warning(
              file,
              2,
              'file-name',
              `파일 이름과 id(${meta.id})가 다릅니다`,
              `the file is not named after its id ${meta.id}`,
            ),
          ];
    return [...sameId, ...misnamed];
  });
}

function settings({ lounge, manuals }: Content): ContentProblem[] {
  const ids = new Set(manuals.filter((manual) => !manual.meta.draft).map((manual) => manual.meta.id));
  return [...lounge.faq, lounge.manual]
    .filter((id) => !ids.has(id))
    .map((id) =>
      error('lounge.yaml', 1, 'no-such-article', `${id} 문서가 없습니다`, `there is no article ${id}`),
    );
}

function references(content: Content, compiled: Compiled[]): ContentProblem[] {
  const ids = new Set(compiled.map(({ article }) => article.id));
  const categories = new Set(flatten(content.lounge.categories));
  const consoles = new Set(content.consoles.map((console) => console.id));
  const source = new Map(content.manuals.map((manual) => [manual.file, manual.source.split('\n')]));
  return compiled.flatMap(({ file, article, guides }) => {
    const lineOf = (words: string) =>
      Math.max(0, source.get(file)?.findIndex((line) => line.includes(words)) ?? 0) + 1;
    const problems: ContentProblem[] = [];
    if (!categories.has(article.category))
      problems.push(
        error(
          file,
          lineOf('category:'),
          'no-such-category',
          `lounge.yaml에 ${article.category} 분류가 없습니다`,
          `lounge.yaml has no category ${article.category}`,
        ),
      );
    if (article.console && !consoles.has(article.console))
      problems.push(
        error(
          file,
          lineOf('console:'),
          'no-such-console',
          `${article.console} 콘솔이 없습니다`,
          `there is no console ${article.console}`,
        ),
      );
    for (const id of [...article.related, ...linkedArticles(article.blocks)])
      if (!ids.has(id))
        problems.push(
          error(file, lineOf(id), 'no-such-article', `${id} 문서가 없습니다`, `there is no article ${id}`),
        );
    if (guides.length > 0 && !article.console)
      problems.push(
        warning(
          file,
          guides[0]?.steps[0]?.line ?? 1,
          'guide-without-console',
          '어느 콘솔의 안내인지 알 수 없습니다. console을 적거나 guide: false로 두십시오',
          'a guide for no console: name its console, or set guide: false',
        ),
      );
    return problems;
  });
}

const flatten = (categories: Category[]): string[] =>
  categories.flatMap((category) => [category.id, ...flatten(category.children)]);

function linkedArticles(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.t) {
      case 'heading':
      case 'para':
        return links(block.kids);
      case 'list':
        return block.items.flatMap((item) => linkedArticles(item.kids));
      case 'note':
      case 'quote':
        return linkedArticles(block.kids);
      case 'table':
        return [block.head, ...block.rows].flat().flatMap(links);
      default:
        return [];
    }
  });
}

function links(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (!('kids' in node)) return [];
    const inner = links(node.kids);
    const id = node.t === 'link' ? /^article:([a-z0-9-]+)/.exec(node.href)?.[1] : undefined;
    return id ? [id, ...inner] : inner;
  });
}
