import type { Category } from '../../shared/bundle/index.ts';
import type { Content } from './content.ts';
import { type ContentProblem, error, warning } from './problem.ts';
import type { Summary } from './summary.ts';

/** Faults that only show when all documents are seen together: names that lead nowhere, names used twice. */
export function checkTogether(content: Content, texts: readonly Summary[]): ContentProblem[] {
  return [
    ...duplicates(content),
    ...sameGuide(
      content,
      texts.filter(({ translated }) => !translated),
    ),
    ...sameConsole(content),
    ...settings(content),
    ...references(content, texts),
  ];
}

function duplicates({ manuals }: Content): ContentProblem[] {
  const first = new Map<string, string>();
  return manuals.flatMap((manual) => {
    const { file, meta } = manual;
    const other = first.get(meta.id);
    const fine = !other && file.endsWith(`/${meta.id}.md`);
    const line = fine ? 1 : lineOf(manual.source, /^id\s*:/);
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
function sameGuide({ manuals }: Content, texts: readonly Summary[]): ContentProblem[] {
  const first = new Map<string, Summary>();
  return texts.flatMap((text) =>
    text.guides.flatMap(({ id }) => {
      const other = first.get(id);
      if (!other) first.set(id, text);
      if (!other || other.id === text.id) return [];
      const source = manuals.find(({ file }) => file === text.file)?.source ?? '';
      return [
        error(
          text.file,
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

function references(content: Content, texts: readonly Summary[]): ContentProblem[] {
  const ids = new Set(texts.map(({ id }) => id));
  const categories = new Set(flatten(content.lounge.categories));
  const consoles = new Set(content.consoles.map((console) => console.id));
  const manuals = new Map(
    [...content.manuals, ...content.translations].map((manual) => [manual.file, manual]),
  );
  return texts.flatMap(({ file, category, console, related, links, guides, translated }) => {
    const problems: ContentProblem[] = [];
    const at = (pattern: RegExp, from?: RegExp) => lineOf(manuals.get(file)?.source ?? '', pattern, from);
    const noArticle = (id: string, line: number) =>
      error(file, line, 'no-such-article', `${id} 문서가 없습니다`, `there is no article ${id}`);
    for (const id of links)
      if (!ids.has(id)) problems.push(noArticle(id, at(new RegExp(`article:${id}(?![a-z0-9-])`, 'i'))));
    // The rest is the original's, and told there.
    if (translated) return problems;
    if (!categories.has(category))
      problems.push(
        error(
          file,
          at(/^category\s*:/),
          'no-such-category',
          `lounge.yaml에 ${category} 분류가 없습니다`,
          `lounge.yaml has no category ${category}`,
        ),
      );
    if (console && !consoles.has(console))
      problems.push(
        error(
          file,
          at(/^console\s*:/),
          'no-such-console',
          `${console} 콘솔이 없습니다`,
          `there is no console ${console}`,
        ),
      );
    for (const id of related) if (!ids.has(id)) problems.push(noArticle(id, at(whole(id), /^related\s*:/)));
    if (guides.length > 0 && !console)
      problems.push(
        warning(
          file,
          guides[0]?.line ?? 1,
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
