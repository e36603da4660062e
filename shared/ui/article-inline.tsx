import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import type { Inline } from '../article/index.ts';
import { readLink } from './link.ts';
import { useText } from './text/context.ts';

/** How links inside an article behave on the face that shows it. */
export interface LinkRules {
  /** Address of another article's page; without it `article:` links are buttons and need `onArticle`. */
  hrefOf?: (id: string, fragment: string) => string;
  onArticle?: (id: string, fragment: string) => void;
  /** Called for `#fragment` links; without it the browser jumps (which it cannot do inside a shadow root). */
  onFragment?: (id: string) => void;
  /** Where outside links open; `new` unless told, because a popup or panel would lose its place. */
  outside?: 'new' | 'same';
}

export function Inlines({ nodes, rules = {} }: { nodes: readonly Inline[]; rules?: LinkRules }) {
  return nodes.map((node, index) => <InlineView key={index} node={node} rules={rules} />);
}

function InlineView({ node, rules }: { node: Inline; rules: LinkRules }): ComponentChildren {
  switch (node.t) {
    case 'text':
      return node.text;
    case 'strong':
      return <strong>{<Inlines nodes={node.kids} rules={rules} />}</strong>;
    case 'em':
      return <em>{<Inlines nodes={node.kids} rules={rules} />}</em>;
    case 'strike':
      return <s>{<Inlines nodes={node.kids} rules={rules} />}</s>;
    case 'code':
      return <code class="gj-code">{node.text}</code>;
    case 'label':
      return <Label path={node.path} />;
    case 'link':
      return <Link href={node.href} kids={node.kids} rules={rules} />;
    case 'break':
      return <br />;
  }
}

/** Words from a console's screen, drawn as a key; a path keeps its order with arrows between the keys. */
export function Label({ path }: { path: readonly string[] }) {
  return (
    <span class="gj-path">
      {path.map((segment, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="gj-arrow">{' › '}</span>}
          <b class="gj-key">{segment}</b>
        </Fragment>
      ))}
    </span>
  );
}

function Link({ href, kids, rules }: { href: string; kids: Inline[]; rules: LinkRules }) {
  const t = useText();
  const words = <Inlines nodes={kids} rules={rules} />;
  const target = readLink(href);
  if (target === null) return <span>{words}</span>;
  if (target.kind === 'article') {
    const { id, fragment } = target;
    const open = rules.onArticle && instead(() => rules.onArticle?.(id, fragment));
    if (rules.hrefOf)
      return (
        <a href={rules.hrefOf(id, fragment)} onClick={open}>
          {words}
        </a>
      );
    if (open)
      return (
        <button type="button" class="gj-linklike" onClick={open}>
          {words}
        </button>
      );
    return <span>{words}</span>;
  }
  if (target.kind === 'fragment') {
    const jump = rules.onFragment && instead(() => rules.onFragment?.(target.id));
    return (
      <a href={`#${target.id}`} onClick={jump}>
        {words}
      </a>
    );
  }
  if (rules.outside === 'same')
    return (
      <a href={target.href} rel="noreferrer">
        {words}
      </a>
    );
  return (
    <a href={target.href} target="_blank" rel="noopener noreferrer">
      {words}
      <span class="gj-hidden"> ({t.common.newWindow})</span>
    </a>
  );
}

/** A click that does `act` in place of following the link; a click with a modifier key still follows it. */
function instead(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}
