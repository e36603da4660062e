import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import { releaseSite, watchSites } from '../../platform/permissions.ts';
import { grantedSites, packagedSites } from '../../platform/sites.ts';
import { said } from '../data/lists.ts';
import { siteLists, siteName } from '../data/site-list.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

export function Consoles({ catalogue }: { catalogue: Catalogue | undefined }) {
  const t = useText();
  const lang = useLanguage();
  const [granted, again] = useLoad(grantedSites);
  const [news, setNews] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    watchSites(again, stop.signal);
    return () => stop.abort();
  }, [again]);
  // Without the catalogue nobody can say which sites came with it.
  const lists = siteLists(catalogue?.consoles ?? [], catalogue ? (granted.value ?? []) : []);
  // What came inside the package was not granted by anybody: in a practice build that is this computer.
  const packaged = packagedSites();
  const added = lists.added.filter((pattern) => !packaged.includes(pattern));
  const practice = lists.added.filter((pattern) => packaged.includes(pattern));
  const remove = async (pattern: string) => {
    const gone = await releaseSite(pattern);
    setNews((gone ? words.removed : words.notRemoved)(siteName(pattern)));
    again();
  };
  const words = t.panel.settings;
  return (
    <Section title={words.consoles} hint={words.consolesHow}>
      <dl class="gp-consoles">
        {lists.consoles.map(({ console, addresses }) => (
          <div key={console.id}>
            <dt>{said(console.name, lang)}</dt>
            <dd>
              {addresses.length > 0 ? (
                addresses.map((address) => (
                  <span key={address} class="gp-address">
                    {siteName(address)}
                  </span>
                ))
              ) : (
                <span class="gp-faint">—</span>
              )}
            </dd>
          </div>
        ))}
        {practice.length > 0 && (
          <div>
            <dt>{words.practice}</dt>
            <dd>
              {practice.map((address) => (
                <span key={address} class="gp-address">
                  {siteName(address)}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <h3>{words.added}</h3>
      {catalogue && granted.state === 'ready' && added.length === 0 && (
        <p class="gp-faint">{words.noneAdded}</p>
      )}
      <ul class="gp-sites">
        {added.map((pattern) => (
          <li key={pattern}>
            <span class="gp-address">{siteName(pattern)}</span>
            <button
              type="button"
              class="gj-button gp-small"
              aria-label={words.remove(siteName(pattern))}
              onClick={() => void remove(pattern)}
            >
              {t.common.remove}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="gp-said">
        {news}
      </p>
    </Section>
  );
}
