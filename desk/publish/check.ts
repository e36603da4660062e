import type { Block, Inline } from '../../shared/article/index.ts';
import type { Category } from '../../shared/bundle/index.ts';
import type { Compiled } from './compile.ts';
import type { Content } from './content.ts';
import { type ContentProblem, error, warning } from './problem.ts';

/** Faults that only show when all documents are seen together: names that lead nowhere, names used twice. */
export function checkTogether(content: Content, compiled: Compiled[]): ContentProblem[] {
  return [
    ...duplicates(content),
    ...sameGuide(content, compiled),
    ...sameConsole(content),
    ...settings(content),
    ...references(content, compiled),
  ];
}

function duplicates({ manuals }: Content): ContentProblem[] {
  const first = new Map<string, string>();
  return manuals.flatMap(({ file, meta, source }) => {
    const line = lineOf(source, /^id\s*:/);
    const other = first.get(meta.id);
    if (!other) first.set(meta.id, file);
    const sameId = other
      ? [
          error(
            file,
            line,
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
              line,
              'file-name',
              `파일 이름과 id(${meta.id})가 다릅니다`,
              `the file is not named after its id ${meta.id}`,
            ),
          ];
    return [...sameId, ...misnamed];
  });
}

/** The second guide of article `mail` is `mail-2`, which an article of that id would want for its own. */
function sameGuide({ manuals }: Content, compiled: Compiled[]): ContentProblem[] {
  const first = new Map<string, Compiled>();
  return compiled.flatMap((one) =>
    one.guides.flatMap(({ id }) => {
      const other = first.get(id);
      if (!other) first.set(id, one);
      if (!other || other.article.id === one.article.id) return [];
      const source = manuals.find(({ file }) => file === one.file)?.source ?? '';
      return [
        error(
          one.file,
          lineOf(source, /^id\s*:/),
          'same-guide',
          `안내 ${id}가 ${other.file}에도 있습니다. 이 문서의 id를 바꾸십시오`,
          `guide ${id} comes from ${other.file} as well: change the id of this manual`,
        ),
      ];
    }),
  );
}

function sameConsole({ consoles, consoleFiles }: Content): ContentProblem[] {
  return consoles.flatMap(({ id }, at) => {
    const first = consoles.findIndex((console) => console.id === id);
    if (first === at) return [];
    const { file, text } = consoleFiles[at]!;
    const other = consoleFiles[first]!.file;
    return [
      error(
        file,
        lineOf(text, /^id\s*:/),
        'same-id',
        `콘솔 id ${id}는 ${other}에서 이미 쓰고 있습니다`,
        `console id ${id} is taken by ${other}`,
      ),
    ];
  });
}

function settings({ lounge, loungeText, manuals }: Content): ContentProblem[] {
  const ids = new Set(manuals.filter((manual) => !manual.meta.draft).map((manual) => manual.meta.id));
  const missing = [...new Set([lounge.manual, ...lounge.faq])]
    .filter((id) => !ids.has(id))
    .map((id) =>
      error(
        'lounge.yaml',
        lineOf(loungeText, whole(id), /^(manual|faq)\s*:/),
        'no-such-article',
        `${id} 문서가 없습니다`,
        `there is no article ${id}`,
      ),
    );
  const categories = flatten(lounge.categories);
  const twice = categories.filter((id, at) => categories.indexOf(id) !== at);
  return [
    ...missing,
    ...[...new Set(twice)].map((id) =>
      error(
        'lounge.yaml',
        lineOf(loungeText, new RegExp(`id\\s*:\\s*["']?${id}(?![a-z0-9-])`), /^categories\s*:/, 2),
        'same-id',
        `분류 id ${id}를 두 번 쓰고 있습니다`,
        `category id ${id} is used twice`,
      ),
    ),
  ];
}

/** 1-based line of the `nth` fit of `pattern` from the line that fits `from` on; 1 where there is none. */
function lineOf(text: string, pattern: RegExp, from?: RegExp, nth = 1): number {
  const lines = text.split('\n');
  const start = from
    ? Math.max(
        0,
        lines.findIndex((line) => from.test(line)),
      )
    : 0;
  const fits = lines.flatMap((line, at) => (at >= start && pattern.test(line) ? [at + 1] : []));
  return fits[nth - 1] ?? 1;
}

/** An id that is not the beginning or end of another. */
const whole = (id: string): RegExp => new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`);

function references(content: Content, compiled: Compiled[]): ContentProblem[] {
  const ids = new Set(compiled.map(({ article }) => article.id));
  const categories = new Set(flatten(content.lounge.categories));
  const consoles = new Set(content.consoles.map((console) => console.id));
  const sources = new Map(content.manuals.map((manual) => [manual.file, manual.source]));
  return compiled.flatMap(({ file, article, guides }) => {
    const source = sources.get(file) ?? '';
    const problems: ContentProblem[] = [];
    if (!categories.has(article.category))
      problems.push(
        error(
          file,
          lineOf(source, /^category\s*:/),
          'no-such-category',
          `lounge.yaml에 ${article.category} 분류가 없습니다`,
          `lounge.yaml has no category ${article.category}`,
        ),
      );
    if (article.console && !consoles.has(article.console))
      problems.push(
        error(
          file,
          lineOf(source, /^console\s*:/),
          'no-such-console',
          `${article.console} 콘솔이 없습니다`,
          `there is no console ${article.console}`,
        ),
      );
    const noArticle = (id: string, line: number) =>
      error(file, line, 'no-such-article', `${id} 문서가 없습니다`, `there is no article ${id}`);
    for (const id of new Set(article.related))
      if (!ids.has(id)) problems.push(noArticle(id, lineOf(source, whole(id), /^related\s*:/)));
    for (const id of new Set(linkedArticles(article.blocks)))
      if (!ids.has(id))
        problems.push(noArticle(id, lineOf(source, new RegExp(`article:${id}(?![a-z0-9-])`, 'i'))));
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
    const id = node.t === 'link' ? /^article:([a-z0-9-]+)(?:#|$)/i.exec(node.href)?.[1] : undefined;
    return id ? [id, ...inner] : inner;
  });
}
