import type { Article, Block, ListItem, NoteTone } from '../../article/node.ts';
import { printInline } from './inline.ts';

const ALERTS: Record<NoteTone, string> = { note: 'NOTE', tip: 'TIP', caution: 'CAUTION' };
/** Markers that Markdown itself counts; the others (①, (1)) stand at the start of a line of text. */
const COUNTED = /^(?:\d{1,9}[.)]|[-*+])$/;

/** An article as Markdown that compiles to the same article and the same steps. */
export function print(article: Pick<Article, 'blocks'>): string {
  const text = printBlocks(article.blocks);
  return text ? `${text}\n` : '';
}

function printBlocks(blocks: readonly Block[]): string {
  const out: string[] = [];
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    // Two lists in a row would become one; an empty comment keeps them apart in any Markdown viewer.
    if (before?.t === 'list' && block.t === 'list') out.push('<!-- -->');
    const text = printBlock(block);
    if (text) out.push(text);
  });
  return out.join('\n\n');
}

function printBlock(block: Block): string {
  switch (block.t) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${printInline(block.kids, true)}`;
    case 'para':
      return printInline(block.kids);
    case 'list':
      return printList(block.items, block.ordered);
    case 'note':
      return quoted(`[!${ALERTS[block.tone]}]\n${printBlocks(block.kids)}`);
    case 'quote':
      return quoted(printBlocks(block.kids));
    case 'table':
      return printTable(block.head, block.rows);
    case 'code':
      return fenced(block.text);
    case 'image':
      return `![${block.alt.replace(/[[\]\\]/g, '\\$&')}](<${block.src.replace(/[<>]/g, encodeURIComponent)}>)`;
    case 'rule':
      return '---';
  }
}

function printList(items: readonly ListItem[], ordered: boolean): string {
  const own = items.some((item) => item.marker !== null && !COUNTED.test(item.marker));
  if (own) return items.map((item) => printOwn(item)).join('\n');
  const loose = items.some((item) => item.kids.length > 1);
  return items
    .map((item, i) => {
      const marker = ordered ? (item.marker ?? `${i + 1}.`) : (item.marker ?? '-');
      const pad = ' '.repeat(marker.length + 1);
      const text = printBlocks(item.kids);
      return `${marker} ${text.replace(/\n(?=[^\n])/g, `\n${pad}`)}`.trimEnd();
    })
    .join(loose ? '\n\n' : '\n');
}

/** `① …`: a line of text that starts with its marker; what else the item holds follows as paragraphs. */
function printOwn(item: ListItem): string {
  return `${item.marker ?? '•'} ${printBlocks(item.kids)}`.trimEnd();
}

function printTable(
  head: readonly Parameters<typeof printInline>[0][],
  rows: readonly Parameters<typeof printInline>[0][][],
): string {
  const row = (cells: readonly Parameters<typeof printInline>[0][]) =>
    `| ${cells.map((cell) => printInline(cell, true).replace(/\|/g, '\\|')).join(' | ')} |`;
  return [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n');
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
}
