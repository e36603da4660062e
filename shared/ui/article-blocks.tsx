import type { ComponentChildren } from 'preact';
import type { Block, ListItem, NoteTone } from '../article/index.ts';
import { Inlines, type LinkRules } from './article-inline.tsx';
import { Icon, type IconName } from './icon.tsx';
import { readImage } from './link.ts';
import { useText } from './text/context.ts';

export interface BlockRules extends LinkRules {
  /** Where a picture of the bundle is to be had, or null when this face does not show it (its text is shown then). */
  imageOf?: (src: string) => string | null;
  /** Added to heading levels: 1 draws an article's h2 as h3, under the h2 of a preview. */
  deeper?: 0 | 1 | 2;
}

export function Blocks({ blocks, rules }: { blocks: readonly Block[]; rules: BlockRules }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} rules={rules} />);
}

function BlockView({ block, rules }: { block: Block; rules: BlockRules }): ComponentChildren {
  switch (block.t) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + (rules.deeper ?? 0))}` as 'h2';
      return (
        <Heading id={block.id} tabIndex={-1}>
          <Inlines nodes={block.kids} rules={rules} />
        </Heading>
      );
    }
    case 'para':
      return (
        <p>
          <Inlines nodes={block.kids} rules={rules} />
        </p>
      );
    case 'list':
      return <List ordered={block.ordered} items={block.items} rules={rules} />;
    case 'note':
      return (
        <Note tone={block.tone}>
          <Blocks blocks={block.kids} rules={rules} />
        </Note>
      );
    case 'table':
      return <Table head={block.head} rows={block.rows} rules={rules} />;
    case 'code':
      return (
        <pre class="gj-pre">
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.kids} rules={rules} />
        </blockquote>
      );
    case 'image':
      return <Picture src={block.src} alt={block.alt} rules={rules} />;
    case 'rule':
      return <hr />;
  }
}

/** The author's own markers (`1.`, `(2)`, `①`) are kept: other sentences refer to them. */
function List({ ordered, items, rules }: { ordered: boolean; items: ListItem[]; rules: BlockRules }) {
  const kids = items.map((item, index) => (
    <li key={index}>
      {ordered && item.marker && <span class="gj-marker">{item.marker}</span>}
      <div class="gj-item">
        <Blocks blocks={item.kids} rules={rules} />
      </div>
    </li>
  ));
  return ordered ? <ol class="gj-steps">{kids}</ol> : <ul class="gj-bullets">{kids}</ul>;
}

const NOTE_ICON: Record<NoteTone, IconName> = { note: 'info', tip: 'bulb', caution: 'warn' };

export function Note({ tone, children }: { tone: NoteTone; children: ComponentChildren }) {
  const t = useText();
  return (
    <div class={`gj-note gj-note-${tone}`} role="note">
      <p class="gj-note-word">
        <Icon name={NOTE_ICON[tone]} />
        {t.article[tone]}
      </p>
      <div class="gj-note-body">{children}</div>
    </div>
  );
}

function Table({
  head,
  rows,
  rules,
}: Pick<Extract<Block, { t: 'table' }>, 'head' | 'rows'> & { rules: BlockRules }) {
  const cells = (row: (typeof rows)[number], Cell: 'th' | 'td') =>
    row.map((cell, index) => (
      <Cell key={index} scope={Cell === 'th' ? 'col' : undefined}>
        <Inlines nodes={cell} rules={rules} />
      </Cell>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must be able to scroll it
    <div class="gj-table" tabIndex={0}>
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Picture({ src, alt, rules }: { src: string; alt: string; rules: BlockRules }) {
  const t = useText();
  const shown = readImage(src, rules.imageOf);
  if (shown)
    return (
      <figure class="gj-picture">
        <img src={shown} alt={alt} loading="lazy" decoding="async" />
      </figure>
    );
  return alt ? (
    <p class="gj-picture-words">
      {t.article.image}: {alt}
    </p>
  ) : null;
}
