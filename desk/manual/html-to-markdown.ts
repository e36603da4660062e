import { safeHref, safeImage } from '../../shared/manual/parse/href.ts';
import { type Element, isTag, isText, type Node } from './html-tree.ts';

export interface Picture {
  src: string;
  alt: string;
}

/** What never carries the words of a manual. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'math',
  'object',
  'form',
  'nav',
  'footer',
  'aside',
  'button',
  'select',
  'head',
]);
const INLINE = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'del',
  'code',
  'kbd',
  'span',
  'font',
  'mark',
  'small',
  'sub',
  'sup',
  'img',
  'br',
  'label',
  'abbr',
  'time',
]);
const DEEPEST = 60;

/** HTML as our Markdown. Labels in brackets stay as they are; pictures are collected on the way. */
export function toMarkdown(
  nodes: readonly Node[],
  base: string | null,
): { markdown: string; pictures: Picture[] } {
  const pictures: Picture[] = [];
  const text = blocks(nodes, { base, pictures, depth: 0 })
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return { markdown: `${text}\n`, pictures };
}

interface Place {
  base: string | null;
  pictures: Picture[];
  depth: number;
}

function blocks(nodes: readonly Node[], place: Place): string {
  const out: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    const text = inline(run, place)
      .replace(/[ \t]*\n[ \t]*/gu, '\n')
      .trim();
    if (text) out.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (isText(node) || (isTag(node) && INLINE.has(node.name))) {
      run.push(node);
      continue;
    }
    flush();
    if (isTag(node) && !SKIPPED.has(node.name) && place.depth < DEEPEST) {
      const text = block(node, { ...place, depth: place.depth + 1 });
      if (text) out.push(text);
    }
  }
  flush();
  return out.join('\n\n');
}

function block(node: Element, place: Place): string {
  const kids = node.children as Node[];
  const name = node.name;
  if (/^h[1-6]$/u.test(name)) return heading(Number(name[1]), inline(kids, place));
  switch (name) {
    case 'ul':
      return list(kids, () => '-', place);
    case 'ol': {
      const start = Number(node.attribs.start) || 1;
      return list(kids, (i) => `${start + i}.`, place);
    }
    case 'blockquote':
      return prefixed(blocks(kids, place), '> ');
    case 'pre':
      return `\`\`\`\n${rawText(kids).replace(/```/gu, "'''").trimEnd()}\n\`\`\``;
    case 'hr':
      return '---';
    case 'table':
      return table(kids, place);
    default:
      return blocks(kids, place);
  }
}

function heading(level: number, text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  // The title stands in the front matter; what the article holds begins at level 2.
  return words ? `${'#'.repeat(Math.min(Math.max(level, 2), 4))} ${words}` : '';
}

function list(kids: readonly Node[], marker: (i: number) => string, place: Place): string {
  const items = kids.filter((kid) => isTag(kid) && kid.name === 'li');
  return items
    .map((item, i) => {
      const text = blocks((item as Element).children as Node[], place);
      const lead = marker(i);
      return `${lead} ${text.replace(/\n(?=[^\n])/gu, `\n${' '.repeat(lead.length + 1)}`)}`;
    })
    .join('\n');
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n');
}

function table(kids: readonly Node[], place: Place): string {
  const rows = deep(kids, 'tr').map((row) =>
    ((row as Element).children as Node[])
      .filter((cell) => isTag(cell) && (cell.name === 'td' || cell.name === 'th'))
      .map((cell) =>
        blocks((cell as Element).children as Node[], place)
          .replace(/\s+/gu, ' ')
          .replace(/\|/gu, '\\|'),
      ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`;
  return [line(rows[0]!), `|${' --- |'.repeat(width)}`, ...rows.slice(1).map(line)].join('\n');
}

function deep(nodes: readonly Node[], name: string): Node[] {
  return nodes.flatMap((node) =>
    !isTag(node)
      ? []
      : node.name === name
        ? [node]
        : node.name === 'table'
          ? []
          : deep(node.children as Node[], name),
  );
}

function inline(nodes: readonly Node[], place: Place): string {
  return nodes.map((node) => inlineNode(node, place)).join('');
}

function inlineNode(node: Node, place: Place): string {
  if (isText(node)) return escaped(node.data.replace(/\s+/gu, ' '));
  if (!isTag(node) || SKIPPED.has(node.name) || place.depth > DEEPEST) return '';
  const deeper = { ...place, depth: place.depth + 1 };
  const kids = node.children as Node[];
  switch (node.name) {
    case 'br':
      return '\n';
    case 'img':
      return picture(node.attribs.src ?? '', node.attribs.alt ?? '', place);
    case 'a':
      return link(node.attribs.href ?? '', inline(kids, deeper), place);
    case 'b':
    case 'strong':
      return around('**', inline(kids, deeper));
    case 'i':
    case 'em':
      return around('*', inline(kids, deeper));
    case 'code':
    case 'kbd':
      return `\`${rawText(kids).replace(/`/gu, "'")}\``;
    default:
      return inline(kids, deeper);
  }
}

function around(mark: string, text: string): string {
  const words = text.trim();
  // `**[저장]**`: the bracket marks it already.
  if (!words || /^\[[^\]]*\]$/u.test(words)) return text;
  return `${text.startsWith(' ') ? ' ' : ''}${mark}${words}${mark}${text.endsWith(' ') ? ' ' : ''}`;
}

function link(href: string, text: string, place: Place): string {
  const address = safeHref(absolute(href, place.base));
  const words = text.trim();
  return address && words && !/^https?:/iu.test(words) ? `[${words}](<${address}>)` : text;
}

function picture(src: string, alt: string, place: Place): string {
  const address = absolute(src, place.base);
  if (safeImage(address) === null) return '';
  place.pictures.push({ src: address, alt });
  return `\n![${alt.replace(/[[\]\\\n]/gu, ' ').trim()}](<${address.replace(/[<>\s]/gu, encodeURIComponent)}>)\n`;
}

function absolute(address: string, base: string | null): string {
  try {
    return new URL(address, base ?? undefined).href;
  } catch {
    return address;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<]/gu, '\\$&');
}

function rawText(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      isText(node)
        ? node.data
        : isTag(node) && !SKIPPED.has(node.name)
          ? rawText(node.children as Node[])
          : '',
    )
    .join('');
}
