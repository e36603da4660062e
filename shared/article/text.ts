import type { Block, Inline } from './node.ts';

/** The words of inline nodes, as somebody would read them aloud. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.t) {
        case 'text':
        case 'code':
          return node.text;
        case 'label':
          return `[${node.path.join(' > ')}]`;
        case 'break':
          return ' ';
        default:
          return inlineText(node.kids);
      }
    })
    .join('');
}

/** The words of blocks, one line a paragraph: what search indexes and what a plain-text mail shows. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(oneBlock).filter(Boolean).join('\n');
}

function oneBlock(block: Block): string {
  switch (block.t) {
    case 'heading':
    case 'para':
      return inlineText(block.kids);
    case 'list':
      return block.items.map((item) => blockText(item.kids)).join('\n');
    case 'note':
    case 'quote':
      return blockText(block.kids);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' ')).join('\n');
    case 'code':
      return block.text;
    case 'image':
      return block.alt;
    case 'rule':
      return '';
  }
}
