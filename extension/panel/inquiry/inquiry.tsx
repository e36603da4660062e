import { useMemo, useRef } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import { search } from '../../../shared/search/index.ts';
import { Carried } from '../../../shared/ui/inquiry/carried.tsx';
import { InquiryForm } from '../../../shared/ui/inquiry/inquiry-form.tsx';
import type { SuggestPort } from '../../../shared/ui/inquiry/port.ts';
import { extensionVersion } from '../../platform/about.ts';
import { type ActiveWalk, call, type Here, type Saw } from '../../platform/messages.ts';
import { entryOf } from '../data/lists.ts';
import { problemText } from '../parts/banner.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { useLanguage } from '../state/lang-context.ts';
import type { Content } from '../state/use-content.ts';
import { useText } from '../state/use-text.ts';
import { carriedLines } from './carried.ts';
import { type Circumstances, inquiryPort } from './port.ts';
import { SentList } from './sent-list.tsx';

export interface InquiryProps {
  content: Content;
  here: Here | undefined;
  walk: ActiveWalk | null;
  /** What was seen of the step that help was asked for; of no use once another is in front. */
  saw: Saw | null;
  /** First words, and a number that grows when somebody else writes them anew. */
  summary: string;
  turn: number;
}

export function InquirySection({ content, here, walk, saw, summary, turn }: InquiryProps) {
  const t = useText();
  const catalogue = content.catalogue.value;
  return (
    <div class="gp-scroll gp-inquiry">
      <h2 class="gp-title">{t.asking.title}</h2>
      <p class="gp-faint">{t.asking.intro}</p>
      {catalogue && <Form key={turn} {...{ content, catalogue, here, walk, saw, summary }} />}
      {content.catalogue.state === 'failed' && (
        <Nothing icon="warn" title={t.panel.state.none} alert>
          <p>{problemText(t.panel.state.problem, content.bundle.value?.problem ?? content.catalogue.code)}</p>
          <p>{t.panel.state.noForm}</p>
        </Nothing>
      )}
      <SentList />
    </div>
  );
}

type FormProps = Omit<InquiryProps, 'turn'> & { catalogue: Catalogue };

function Form({ content, catalogue, here, walk, saw, summary }: FormProps) {
  const t = useText();
  const lang = useLanguage();
  const { consent, limits, contact } = catalogue.lounge;
  const seen = saw && saw.step === walk?.walk.at ? saw : null;
  const now = useRef<Circumstances>({ consent, lang, guide: null, step: null, page: null, carriedTitle: '' });
  now.current = {
    ...{ consent, lang, carriedTitle: t.asking.carried },
    ...{ guide: walk?.walk.guide ?? null, step: walk?.walk.at ?? null, page: seen?.page ?? null },
  };
  const agent = navigator.userAgent;
  const carried = walk
    ? carriedLines(t, { walk, saw: seen, catalogue, lang, version: extensionVersion(), agent })
    : undefined;
  const port = useMemo(() => inquiryPort(() => now.current), []);
  const index = content.index.value;
  const console = here?.console ?? null;
  const suggest = useMemo<SuggestPort | null>(
    () =>
      index
        ? {
            find: (query, { composing }) => search(index, query, { lang, console, composing }),
            entryOf: (id) => entryOf(catalogue, id),
            article: (id) => call('content/article', { id }),
          }
        : null,
    [index, catalogue, lang, console],
  );
  return (
    <InquiryForm
      port={port}
      terms={{ consent, limits, contact }}
      suggest={suggest}
      notice={content.index.state === 'failed' ? t.inquiry.noSuggestions : null}
      summary={summary}
      carried={carried && { lines: carried, Box: Carried }}
    />
  );
}
