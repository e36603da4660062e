import type { FunctionComponent } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import baseCss from '../shared/ui/base.css?inline';
import hitsCss from '../shared/ui/hits.css?inline';
import formCss from '../shared/ui/inquiry/form.css?inline';
import { InquiryForm } from '../shared/ui/inquiry/inquiry-form.tsx';
import { Notice } from '../shared/ui/inquiry/notice.tsx';
import type { Phase } from '../shared/ui/inquiry/phase.ts';
import type { SuggestPort } from '../shared/ui/inquiry/port.ts';
import { useText } from '../shared/ui/text/context.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import tokensCss from '../shared/ui/tokens.css?inline';
import { draw as drawInto, type Spoken, sheet, wear } from './draw.ts';
import type { Face, GiljabiElement } from './element.ts';
import { latePost } from './late-post.ts';
import { type DeskTerms, lastTerms } from './terms.ts';
import { useBundle } from './use-bundle.ts';
import widgetCss from './widget.css?inline';

/** How long the form waits for the bundle's own terms before it starts with the last known ones, in milliseconds. */
const PATIENCE_MS = 3_000;
const STYLES = sheet(tokensCss, baseCss, hitsCss, formCss, widgetCss);

export { clear } from './draw.ts';

/** What the form says and wears once something was written or opened. */
async function prepare(root: ShadowRoot, more: Spoken['more']): Promise<void> {
  const [{ LATER_SHEET }] = await Promise.all([import('./later-sheet.ts'), more()]);
  wear(root, LATER_SHEET);
}

/** Articles are drawn once one is opened; so is their sheet. */
async function dress(root: ShadowRoot): Promise<void> {
  const { ARTICLE_SHEET } = await import('./article-sheet.ts');
  wear(root, ARTICLE_SHEET);
}

export const draw: Face['draw'] = (element, root, spoken) => {
  const { lang, more } = spoken;
  const email = element.getAttribute('email') ?? '';
  const summary = element.getAttribute('summary') ?? '';
  const view = <Inquiry {...{ element, root, lang, more, email, summary }} bundle={element.bundleAddress} />;
  return drawInto(root, spoken, STYLES, view);
};

interface InquiryProps {
  element: GiljabiElement;
  root: ShadowRoot;
  bundle: string;
  lang: Lang;
  more: Spoken['more'];
  email: string;
  summary: string;
}

function Inquiry({ element, root, bundle, lang, more, email, summary }: InquiryProps) {
  const t = useText();
  const state = useBundle(root, bundle, lang, 5);
  // Chosen once: the notice that somebody has read must not change under their hands.
  const [terms, setTerms] = useState<DeskTerms | null>(null);
  const [lost, setLost] = useState(false);
  const useLast = () =>
    void lastTerms().then(
      (last) => {
        setTerms((old) => old ?? last);
        setLost(last === null);
      },
      () => setLost(true),
    );
  const failed = state.at === 'broken' || state.at === 'unreachable';

  useEffect(() => {
    if (state.at === 'ready') setTerms((old) => old ?? state.bundle.catalogue.lounge);
    else if (failed) {
      useLast();
      element.tell('problem', { code: state.code });
    }
    const timer = setTimeout(useLast, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);

  /** What waits from earlier: fetched where there is something. */
  const [Waiting, setWaiting] = useState<FunctionComponent | null>(null);
  const post = useMemo(
    () =>
      terms &&
      latePost(async () =>
        (await import('./post.ts')).openPost(terms, {
          root,
          lang,
          more,
          show: (list) => setWaiting(() => list),
        }),
      ),
    [terms, lang],
  );
  useEffect(
    () => () => {
      post?.stop();
      setWaiting(null);
    },
    [post],
  );

  const suggest = useMemo<SuggestPort | null>(() => {
    if (state.at !== 'ready') return null;
    const { article, ...found } = state.suggest;
    return { ...found, article: async (id) => (await Promise.all([article(id), dress(root)]))[0] };
  }, [state]);
  const notice = failed
    ? `${state.at === 'broken' ? t.errors.bundleBroken : t.errors.bundleUnreachable} ${t.inquiry.noSuggestions}`
    : null;
  if (failed && lost && !terms) return <Notice caution>{t.errors.bundleUnreachable}</Notice>;
  if (!post || !terms)
    return (
      <p class="gj-wait" role="status">
        {t.common.loading}…
      </p>
    );
  return (
    <>
      {Waiting && <Waiting />}
      <InquiryForm
        port={post}
        terms={terms}
        suggest={suggest}
        prepare={() => prepare(root, more)}
        notice={notice}
        email={email}
        summary={summary}
        onPhase={(phase) => tellPhase(element, phase)}
      />
    </>
  );
}

function tellPhase(element: GiljabiElement, phase: Phase): void {
  if (phase.at === 'solved') element.tell('solved', { article: phase.article });
  if (!('outcome' in phase)) return;
  const { outcome } = phase;
  if (outcome.state === 'received')
    element.tell('received', { id: outcome.receipt.id, number: outcome.receipt.number });
  else if (outcome.state === 'kept') element.tell('kept', { reason: outcome.reason });
  else element.tell('refused', { code: outcome.error.code });
}
