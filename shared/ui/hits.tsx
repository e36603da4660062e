import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { Icon } from './icon.tsx';
import { useText } from './text/context.ts';

/** One search result as people see it: what shared/search found, with the words of its catalogue entry. */
export interface HitView {
  id: string;
  title: string;
  description?: string;
  /** [start, end) of what matched, in UTF-16 units of `title` and of `body.text`. */
  ranges: { title: readonly Range[]; body?: { text: string; ranges: readonly Range[] } | null };
  /** Kinds of match worth telling (초성, 오타 …). */
  why?: readonly string[];
  /** The article comes with a walkthrough. */
  guide?: boolean;
  /** Where the document belongs, such as the console's name. */
  place?: string;
}

type Range = readonly [number, number];

/** Joins what search found with what the catalogue knows; hits on unknown articles fall away. */
export function toHitViews(
  hits: readonly { id: string; ranges: HitView['ranges']; why: readonly string[] }[],
  entryOf: (id: string) => { title: string; description: string; guides: readonly string[] } | undefined,
): HitView[] {
  return hits.flatMap((hit) => {
    const entry = entryOf(hit.id);
    if (!entry) return [];
    const { title, description, guides } = entry;
    return [{ id: hit.id, title, description, ranges: hit.ranges, why: hit.why, guide: guides.length > 0 }];
  });
}

export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <Fragment>{parts}</Fragment>;
}

export interface HitsProps {
  hits: readonly HitView[];
  /** Name of the list for screen readers. */
  label: string;
  onOpen?: (hit: HitView) => void;
  /** With it the hits are links, and `onOpen` takes over plain clicks. */
  hrefOf?: (id: string) => string;
  /** Short lists (suggestions) leave out the passage. */
  brief?: boolean;
}

/** A list of hits; arrow keys come from `useArrows` on a box around the field and the list. */
export function Hits({ hits, label, brief = false, ...open }: HitsProps) {
  return (
    <ul class={brief ? 'gj-hits gj-hits-brief' : 'gj-hits'} aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <HitButton hit={hit} {...open}>
            <HitWords hit={hit} brief={brief} />
          </HitButton>
        </li>
      ))}
    </ul>
  );
}

type ButtonProps = Pick<HitsProps, 'onOpen' | 'hrefOf'> & { hit: HitView; children: ComponentChildren };

function HitButton({ hit, onOpen, hrefOf, children }: ButtonProps) {
  if (!hrefOf) {
    return (
      <button type="button" class="gj-hit" data-hit onClick={() => onOpen?.(hit)}>
        {children}
      </button>
    );
  }
  const click = (event: MouseEvent) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(hit);
  };
  return (
    <a class="gj-hit" data-hit href={hrefOf(hit.id)} onClick={click}>
      {children}
    </a>
  );
}

function HitWords({ hit, brief }: { hit: HitView; brief: boolean }) {
  const t = useText();
  const body = hit.ranges.body;
  return (
    <Fragment>
      <span class="gj-hit-title">
        <Marked text={hit.title} ranges={hit.ranges.title} />
      </span>
      {!brief && body && (
        <span class="gj-hit-body">
          <Marked text={body.text} ranges={body.ranges} />
        </span>
      )}
      {!brief && !body && hit.description && <span class="gj-hit-body">{hit.description}</span>}
      <span class="gj-hit-facts">
        {hit.place && <span class="gj-tag">{hit.place}</span>}
        {hit.guide && (
          <span class="gj-tag gj-tag-brand">
            <Icon name="steps" size={14} />
            {t.common.hasGuide}
          </span>
        )}
        {hit.why?.map((why) => (
          <span key={why} class="gj-tag gj-tag-quiet">
            {why}
          </span>
        ))}
      </span>
    </Fragment>
  );
}
