import { useState } from 'preact/hooks';
import { extensionVersion } from '../../platform/about.ts';
import { call } from '../../platform/messages.ts';
import { omniboxKeyword, popupShortcut } from '../../platform/shortcut.ts';
import { grantedSites, packagedSites } from '../../platform/sites.ts';
import { diagnostics } from '../data/diagnostics.ts';
import { siteLists } from '../data/site-list.ts';
import { useLanguage } from '../state/lang-context.ts';
import type { Content } from '../state/use-content.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** Who this is, and what to send to support when something is wrong. */
export function About({ content }: { content: Content }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.panel.settings;
  const [copied, setCopied] = useState(false);
  const { bundle, catalogue } = content;
  const consoles = catalogue.value?.consoles ?? [];
  const [text] = useLoad(
    async () => {
      if (!bundle.value) return '';
      const lists = siteLists(consoles, await grantedSites());
      const packaged = packagedSites();
      const { keys, rotations } = await call('bundle/trust');
      const told = diagnostics({
        extension: extensionVersion(),
        browser: navigator.userAgent,
        lang,
        bundleUrl: (await call('settings/get')).bundleUrl,
        bundle: bundle.value,
        sites: {
          builtIn: lists.consoles.flatMap(({ addresses }) => addresses),
          added: lists.added.filter((pattern) => !packaged.includes(pattern)).length,
        },
        inquiries: await call('inquiry/list'),
      });
      return [
        told,
        `trusts: ${keys.join(' ') || '-'}, keys replaced: ${rotations.length}`,
        `online: ${navigator.onLine ? 'yes' : 'no'}`,
      ].join('\n');
    },
    `${lang} ${JSON.stringify(bundle.value)} ${consoles.length}`,
  );
  const [shortcut] = useLoad(popupShortcut);
  const keyword = omniboxKeyword();
  const copy = async () => {
    await navigator.clipboard.writeText(text.value ?? '');
    setCopied(true);
  };
  return (
    <Section title={words.about}>
      <dl class="gp-facts">
        <dt>{words.extension}</dt>
        <dd>
          {t.common.product} {extensionVersion()}
        </dd>
        {catalogue.value && (
          <>
            <dt>{words.content}</dt>
            <dd>{catalogue.value.lounge.publisher}</dd>
          </>
        )}
        <dt>{words.shortcut}</dt>
        <dd>
          {shortcut.value ? <kbd class="gp-kbd">{shortcut.value}</kbd> : words.shortcutNone}
          {keyword && <small class="gp-faint gp-below">{words.shortcutHow(keyword)}</small>}
        </dd>
      </dl>
      <h3>{words.diagnostics}</h3>
      <p class="gp-faint">{words.diagnosticsHow}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it */}
      <pre class="gj-pre gp-diagnostics" tabIndex={0}>
        {text.value}
      </pre>
      <p class="gp-buttons">
        <button type="button" class="gj-button" onClick={() => void copy()}>
          {t.common.copy}
        </button>
        <span role="status">{copied && t.common.copied}</span>
      </p>
    </Section>
  );
}
