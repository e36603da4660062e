import type { Inline } from '../../article/node.ts';

/** Signs that mean something to Markdown wherever they stand. */
const SIGNS = /[\\`*_~[\]<&|]/g;
/** Signs that mean something at the start of a line. */
const AT_START = /^(\s*)(?:([#>+=-])|(\d{1,9})([.)]))/;
const BARE_ADDRESS = /(https?:\/|www\.|@)/gi;

/** Nodes of one line as Markdown. `flat` keeps everything on one line: headings and table cells. */
export function printInline(nodes: readonly Inline[], flat = false): string {
  return nodes.map((node, i) => printNode(node, i === 0 || nodes[i - 1]!.t === 'break', flat)).join('');
}

function printNode(node: Inline, first: boolean, flat: boolean): string {
  switch (node.t) {
    case 'text':
      return words(node.text, first);
    case 'label':
      return `[${node.path.map((part) => part.replace(/[[\]\\]/g, '')).join(' > ')}]`;
    case 'strong':
      return wrapped('**', node.kids, flat);
    case 'em':
      return wrapped('*', node.kids, flat);
    case 'strike':
      return wrapped('~~', node.kids, flat);
    case 'code':
      return code(node.text);
    case 'link':
      return `[${printInline(node.kids, true)}](<${node.href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    case 'break':
      return flat ? ' ' : '\\\n';
  }
}

function words(text: string, first: boolean): string {
  const safe = text
    .replace(/\s+/g, ' ')
    .replace(SIGNS, '\\$&')
    .replace(BARE_ADDRESS, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
  if (!first) return safe;
  return safe.replace(AT_START, (_, space: string, sign: string | undefined, number: string, dot: string) =>
    sign ? `${space}\\${sign}` : `${space}${number}\\${dot}`,
  );
}

function wrapped(mark: string, kids: readonly Inline[], flat: boolean): string {
  const inner = printInline(kids, flat);
  return inner.trim() ? `${mark}${inner.trim()}${mark}` : '';
}

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
