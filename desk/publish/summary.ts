import type { Block, Inline } from '../../shared/article/index.ts';
import type { Compiled } from './compile.ts';

/** What the other documents need to know of one, so that its text need not be kept. */
export interface Summary {
  file: string;
  id: string;
  category: string;
  console: string | null;
  related: string[];
  /** Ids that its text links to. */
  links: string[];
  guides: { id: string; line: number }[];
  translated: boolean;
}

export function summaryOf(compiled: Compiled): Summary {
  const { file, article, guides } = compiled;
  return {
    file,
    id: article.id,
    category: article.category,
    console: article.console,
    related: [...new Set(article.related)],
    links: [...new Set(linkedArticles(article.blocks))],
    guides: guides.map(({ id, steps }) => ({ id, line: steps[0]?.line ?? 1 })),
    translated: compiled.translated ?? false,
  };
}

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
