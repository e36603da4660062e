import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call, type Here } from '../../platform/messages.ts';
import { arrowTarget } from '../data/arrows.ts';
import { back, open, type Reading } from '../data/reading.ts';
import { ContentBanner, problemText } from '../parts/banner.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { sawDocument } from '../state/at-hand.ts';
import { useLanguage } from '../state/lang-context.ts';
import type { Content } from '../state/use-content.ts';
import { useText } from '../state/use-text.ts';
import { ArticlePage } from './article-page.tsx';
import { Front } from './front.tsx';
import { NearNames } from './near-names.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { useSearch } from './use-search.ts';

export interface HelpProps {
  content: Content;
  here: Here | undefined;
  /** False while something that belongs above the lists is still asked for: nothing jumps when it comes. */
  settled: boolean;
  reading: Reading;
  onReading(reading: Reading): void;
  onStart(guide: string): Promise<void>;
  onAsk(query: string): void;
  /** Between field and lists while nothing is typed: what the face has to offer first. */
  children?: ComponentChildren;
  /** Below the lists. */
  after?: ComponentChildren;
}

/** Search, lists and reading, the same in popup and side panel. */
export function Help({
  content,
  here,
  settled,
  reading,
  onReading,
  onStart,
  onAsk,
  children,
  after,
}: HelpProps) {
  const t = useText();
  const lang = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const console = here?.console ?? null;
  const startable = here?.startable ?? null;
  const { query, hits, type } = useSearch(content.index.value, { lang, console });
  const catalogue = content.catalogue.value;
  const place = reading.at(-1);

  const read = (article: string, fragment = '') => {
    if (!place) opener.current = document.activeElement as HTMLElement | null;
    sawDocument(article);
    onReading(open(reading, article, fragment));
  };
  // Coming back, the person is where they left: same row, same place in the list.
  const wasReading = useRef(false);
  useLayoutEffect(() => {
    if (wasReading.current && !place) {
      const target = opener.current?.isConnected ? opener.current : field.current;
      target?.focus({ preventScroll: true });
    }
    wasReading.current = place !== undefined;
  }, [place]);

  const start = async (guide: string) => {
    setBusy(true);
    setFailed(false);
    const of = catalogue?.guides.find(({ id }) => id === guide);
    if (of) sawDocument(of.article);
    try {
      await onStart(guide);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const key = (name: string): boolean => {
    const first = rows()[0];
    if (!first) return false;
    if (name === 'ArrowDown') first.focus();
    else if (name === 'Enter' && query.trim() !== '') first.click();
    else return false;
    return true;
  };
  const ask = (typed: string, composing: boolean) => {
    // The best answers are at the top, wherever the last ones were read.
    list.current?.scrollTo(0, 0);
    type(typed, composing);
  };
  const walkRows = (event: KeyboardEvent) => {
    const all = rows();
    const to = arrowTarget(event.key, all.indexOf(event.target as HTMLElement), all.length);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    (to === 'field' ? field.current : all[to])?.focus();
  };
  const acts = { busy, onOpen: read, onStart: (guide: string) => void start(guide) };
  const asked = query.trim();
  return (
    <div class="gp-help">
      {failed && (
        <p class="gp-banner gp-banner-broken" role="alert">
          {t.panel.guide.failed}
        </p>
      )}
      <div class="gp-help-list" hidden={place !== undefined}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside */}
        <div class="gp-scroll" ref={list} onKeyDown={walkRows}>
          <div class="gp-field">
            <SearchField field={field} query={query} onType={ask} onKey={key} />
          </div>
          <ContentBanner content={content} />
          {settled && asked === '' && children}
          <Lists content={content} settled={settled || asked !== ''}>
            {catalogue &&
              (asked === '' ? (
                <Front catalogue={catalogue} console={console} startable={startable} {...acts} />
              ) : content.index.value ? (
                <SearchResults {...{ query: asked, hits, catalogue, console, onAsk }} {...acts} />
              ) : (
                <>
                  <NoIndex content={content} />
                  <NearNames {...{ query: asked, catalogue, console }} documents {...acts} />
                </>
              ))}
          </Lists>
          {settled && asked === '' && after}
        </div>
      </div>
      {place && catalogue && (
        <ArticlePage
          place={place}
          catalogue={catalogue}
          console={console}
          busy={busy}
          onBack={() => onReading(back(reading))}
          onOpen={read}
          onStart={acts.onStart}
        />
      )}
    </div>
  );
}

/** No content is said plainly, with its reason: an empty list would look like an answer. */
function Lists({
  content,
  settled,
  children,
}: {
  content: Content;
  settled: boolean;
  children: ComponentChildren;
}) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  if (content.catalogue.state === 'loading') return <Waiting lines={7} />;
  if (content.catalogue.state === 'ready') return <>{settled ? children : <Waiting lines={7} />}</>;
  const problem = content.bundle.value?.problem ?? content.catalogue.code;
  const retry = async () => {
    setBusy(true);
    await call('bundle/sync').catch(() => undefined);
    content.again();
    setBusy(false);
  };
  return (
    <Nothing icon="warn" title={t.panel.state.none} alert>
      <p>{problemText(t.panel.state.problem, problem)}</p>
      <p>{t.panel.state.noneHow}</p>
      <p class="gp-buttons">
        <button type="button" class="gj-button gj-primary" disabled={busy} onClick={() => void retry()}>
          {t.common.retry}
        </button>
      </p>
    </Nothing>
  );
}

function NoIndex({ content }: { content: Content }) {
  const t = useText();
  if (content.index.state === 'loading') return <p class="gp-faint gp-line">{t.search.preparing}</p>;
  return <Nothing icon="search" title={t.panel.state.noSearch} alert />;
}
