import { DomUtils, parseDocument } from 'htmlparser2';

export type Node = ReturnType<typeof parseDocument>['children'][number];

export type Element = Extract<Node, { attribs: unknown }>;
type Words = Extract<Node, { data: string }>;

export const isTag = (node: Node): node is Element => 'attribs' in node;
export const isText = (node: Node): node is Words => node.type === 'text';

/** What help centres call the box that holds the article, best first. */
const BODIES = [
  { key: 'itemprop', value: 'articleBody' },
  { key: 'class', value: 'article-body' },
  { key: 'class', value: 'article__body' },
  { key: 'class', value: 'entry-content' },
  { key: 'class', value: 'theme-doc-markdown' },
];

/** Parses a page; nothing in it is run or loaded. */
export function parsePage(html: string): { title: string | null; lang: string | null; body: Node[] } {
  const tree = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', tree, true);
  const named = BODIES.map(({ key, value }) =>
    elements.find((one) => (one.attribs[key] ?? '').split(/\s+/u).includes(value)),
  ).find(Boolean);
  const byTag = ['article', 'main', 'body']
    .map((tag) => elements.find((one) => one.name === tag))
    .find(Boolean);
  const title = elements.find((one) => one.name === 'h1') ?? elements.find((one) => one.name === 'title');
  return {
    title: title ? DomUtils.textContent(title).replace(/\s+/gu, ' ').trim() || null : null,
    lang: elements.find((one) => one.name === 'html')?.attribs.lang ?? null,
    // The title stands in the front matter; said twice it would be a heading of the article.
    body: ((named ?? byTag)?.children ?? tree.children).filter((node) => node !== title),
  };
}
