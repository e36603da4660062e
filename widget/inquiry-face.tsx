import { useEffect, useState } from 'preact/hooks';
import articleCss from '../shared/ui/article.css?inline';
import { Note } from '../shared/ui/article-view.tsx';
import baseCss from '../shared/ui/base.css?inline';
import hitsCss from '../shared/ui/hits.css?inline';
import inquiryCss from '../shared/ui/inquiry/inquiry.css?inline';
import { InquiryForm } from '../shared/ui/inquiry/inquiry-form.tsx';
import type { Phase } from '../shared/ui/inquiry/use-inquiry.ts';
import { useText } from '../shared/ui/text/context.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import tokensCss from '../shared/ui/tokens.css?inline';
import { draw as drawInto, sheet } from './draw.ts';
import type { Face, GiljabiElement } from './element.ts';
import type { Post } from './post.ts';
import { type DeskTerms, lastTerms } from './terms.ts';
import { useBundle } from './use-bundle.ts';
import widgetCss from './widget.css?inline';

/** How long the form waits for the bundle's own terms before it starts with the last known ones, in milliseconds. */
const PATIENCE_MS = 3_000;
const STYLES = sheet(tokensCss, baseCss, articleCss, hitsCss, inquiryCss, widgetCss);

export { clear } from './draw.ts';

export const draw: Face['draw'] = (element, root, lang) => {
  const email = element.getAttribute('email') ?? '';
  const summary = element.getAttribute('summary') ?? '';
  const view = (
    <Inquiry element={element} bundle={element.bundleAddress} lang={lang} email={email} summary={summary} />
  );
  return drawInto(root, lang, STYLES, view);
};

interface InquiryProps {
  element: GiljabiElement;
  bundle: string;
  lang: Lang;
  email: string;
  summary: string;
}

function Inquiry({ element, bundle, lang, email, summary }: InquiryProps) {
  const t = useText();
  const state = useBundle(bundle, lang, 5);
  // Chosen once: the notice that somebody has read must not change under their hands.
  const [terms, setTerms] = useState<DeskTerms | null>(null);
  const [post, setPost] = useState<Post | null>(null);
  const failed = state.at === 'broken' || state.at === 'unreachable';

  useEffect(() => {
    if (state.at === 'ready') setTerms((old) => old ?? state.bundle.catalogue.lounge);
    else if (failed) {
      setTerms((old) => old ?? lastTerms());
      element.tell('problem', { code: state.code });
    }
    const timer = setTimeout(() => setTerms((old) => old ?? lastTerms()), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);

  useEffect(() => {
    if (!terms) return;
    let opened: Post | null = null;
    let gone = false;
    import('./post.ts')
      .then(({ openPost }) => openPost(terms, lang))
      .then((made) => {
        opened = made;
        if (gone) made.stop();
        else setPost(made);
      });
    return () => {
      gone = true;
      opened?.stop();
    };
  }, [terms, lang]);

  const notice = failed
    ? `${state.at === 'broken' ? t.errors.bundleBroken : t.errors.bundleUnreachable} ${t.inquiry.noSuggestions}`
    : null;
  if (failed && !terms)
    return (
      <Note tone="caution">
        <p>{t.errors.bundleUnreachable}</p>
      </Note>
    );
  if (!post || !terms)
    return (
      <p class="gj-wait" role="status">
        {t.common.loading}…
      </p>
    );
  return (
    <InquiryForm
      port={post}
      terms={terms}
      suggest={state.at === 'ready' ? state.suggest : null}
      notice={notice}
      email={email}
      summary={summary}
      onPhase={(phase) => tellPhase(element, phase)}
    />
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
