import { useState } from 'preact/hooks';
import { type BundleState, callAgain } from '../../platform/messages.ts';
import { dayAndTime } from '../data/dates.ts';
import { ContentBanner, problemText } from '../parts/banner.tsx';
import { useLanguage } from '../state/lang-context.ts';
import type { Content } from '../state/use-content.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';
import { Source } from './source.tsx';
import { Trusted } from './trusted.tsx';

/** Which documents are in use, from where, and whether there are newer ones. */
export function Documents({ content }: { content: Content }) {
  const t = useText();
  const words = t.panel.settings;
  const state = content.bundle.value;
  const [check, setCheck] = useState<'idle' | 'busy' | 'failed' | BundleState>('idle');
  const [before, setBefore] = useState(0);

  const ask = async () => {
    setBefore(state?.version ?? 0);
    setCheck('busy');
    const after = await callAgain('bundle/sync').catch(() => null);
    setCheck(after ?? 'failed');
    content.again();
  };
  const outcome = () => {
    if (check === 'idle') return '';
    if (check === 'busy') return `${words.checking}…`;
    if (check === 'failed') return problemText(t.panel.state.problem, 'unexpected');
    if (check.problem) return problemText(t.panel.state.problem, check.problem);
    return check.version > before ? words.updated(check.version) : words.upToDate;
  };
  const wrong = check === 'failed' || (typeof check === 'object' && check.problem !== null);
  return (
    <Section title={words.content}>
      <ContentBanner content={content} />
      {state?.source === 'none' && (
        <p class="gp-banner gp-banner-broken" role="alert">
          {t.panel.state.none}. {problemText(t.panel.state.problem, state.problem ?? 'unexpected')}
        </p>
      )}
      {state && <Facts state={state} />}
      <Trusted />
      <Source />
      <p class="gp-buttons gp-check">
        <button
          type="button"
          class="gj-button gj-primary"
          aria-disabled={check === 'busy'}
          onClick={() => check !== 'busy' && void ask()}
        >
          {words.check}
        </button>
        <span role="status" class={wrong ? 'gp-wrong' : ''}>
          {outcome()}
        </span>
      </p>
    </Section>
  );
}

function Facts({ state }: { state: BundleState }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.panel.settings;
  const has = state.source !== 'none';
  return (
    <dl class="gp-facts">
      <dt>{words.version}</dt>
      <dd>
        {has ? (
          <>
            <strong>{words.versionOf(state.version)}</strong>{' '}
            <span class="gp-faint">{state.source === 'synced' ? words.synced : words.packaged}</span>
          </>
        ) : (
          '—'
        )}
      </dd>
      <dt>{words.published}</dt>
      <dd>{dayAndTime(state.published || null, lang) || '—'}</dd>
      <dt>{words.expires}</dt>
      <dd>{dayAndTime(state.expires || null, lang) || '—'}</dd>
      <dt>{words.checked}</dt>
      <dd>{dayAndTime(state.checked, lang) || words.never}</dd>
    </dl>
  );
}
