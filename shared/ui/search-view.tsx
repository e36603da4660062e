import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Hit } from '../search/document.ts';
import { LiveSearch as Suggester } from '../search/suggester.ts';
import { Hits, type HitView, toHitViews } from './hits.tsx';
import { SearchField } from './search-field.tsx';
import { useText } from './text/context.ts';

export interface Entry {
  title: string;
  description: string;
  guides: readonly string[];
}

/** What a search box needs from its face. Both may be replaced at any time; the newest answers. */
export interface SearchPort {
  find(query: string, options: { composing: boolean }): Hit[] | Promise<Hit[]>;
  entryOf(id: string): Entry | undefined;
}

export interface SearchViewProps {
  port: SearchPort;
  onOpen?: (hit: HitView) => void;
  /** With it results are links. */
  hrefOf?: (id: string) => string;
  /** Offered when nothing was found. */
  onAsk?: (query: string) => void;
  query?: string;
  onQuery?: (query: string) => void;
  autoFocus?: boolean;
  /** Shown while nothing is typed. */
  children?: ComponentChildren;
}

/** Search field and results: every `input` event searches, also during composition; arrows and Enter work throughout. */
export function SearchView({
  port,
  onOpen,
  hrefOf,
  onAsk,
  query = '',
  onQuery,
  autoFocus,
  children,
}: SearchViewProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ query: string; hits: HitView[] }>({ query: '', hits: [] });
  const latest = useRef(port);
  latest.current = port;

  const suggester = useMemo(
    () =>
      new Suggester(
        (asked, options) => latest.current.find(asked, { composing: options?.composing ?? false }),
        (hits, asked) =>
          setShown({ query: asked, hits: toHitViews(hits, (hit) => latest.current.entryOf(hit)) }),
      ),
    [],
  );
  const type = (asked: string, composing = false) => {
    onQuery?.(asked);
    void suggester.type(asked, { composing });
  };

  // Before anybody can type: a later write would take the first letter back.
  useLayoutEffect(() => {
    if (field.current && query) field.current.value = query;
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (query) void suggester.type(query);
    return () => suggester.stop();
  }, []);

  const asked = shown.query.trim();
  return (
    <div class="gj-search" ref={box}>
      <SearchField
        field={field}
        query={asked}
        onType={type}
        onKey={(key) => act(key, field.current, box.current)}
      />
      <p class="gj-hidden" role="status">
        {asked && (shown.hits.length ? t.search.found(shown.hits.length) : t.search.none(asked))}
      </p>
      {asked === '' && children}
      {asked !== '' && shown.hits.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the links inside
        <div class="gj-search-results" onKeyDown={(event) => walk(event, field.current, box.current)}>
          <Hits
            hits={shown.hits}
            label={t.search.results}
            {...(onOpen && { onOpen })}
            {...(hrefOf && { hrefOf })}
          />
        </div>
      )}
      {asked !== '' && shown.hits.length === 0 && (
        <div class="gj-search-none">
          <p>
            <strong>{t.search.none(asked)}</strong>
          </p>
          <p>{t.search.noneHint}</p>
          {onAsk && (
            <button type="button" class="gj-button" onClick={() => onAsk(asked)}>
              {t.search.ask}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const hitsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];

/** Keys in the field: Enter opens the first result, the arrow goes to it. */
function act(key: string, field: HTMLElement | null, box: HTMLElement | null): boolean {
  const first = hitsIn(box)[0];
  if (!first || !field) return false;
  if (key === 'Enter') first.click();
  else if (key === 'ArrowDown') first.focus();
  else return false;
  return true;
}

/** Keys on a result: arrows move, Escape and typing go back to the field. */
function walk(event: KeyboardEvent, field: HTMLElement | null, box: HTMLElement | null): void {
  const hits = hitsIn(box);
  const at = hits.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const steps: Record<string, HTMLElement | null | undefined> = {
    ArrowDown: hits[at + 1] ?? hits[at],
    ArrowUp: hits[at - 1] ?? field,
    Home: hits[0],
    End: hits.at(-1),
    Escape: field,
  };
  const next = steps[event.key];
  if (next) {
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  } else if (
    event.key.length === 1 &&
    event.key !== ' ' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey
  ) {
    field?.focus();
  }
}
