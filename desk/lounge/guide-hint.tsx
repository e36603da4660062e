import type { Article } from '../../shared/article/index.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { text } from '../../shared/ui/text/index.ts';
import type { Site } from './site.ts';

/** That and how the article can be followed on the console's own screens. */
export function GuideHint({ site, article }: { site: Site; article: Article }) {
  const console = site.catalogue.consoles.find(({ id }) => id === article.console);
  const guides = site.guidesOf.get(article.id) ?? [];
  if (!console || guides.length === 0) return null;
  const t = text(site.lang);
  const name = console.name[site.lang] ?? console.name.ko;
  return (
    <aside class="guide-hint" lang={site.lang} aria-label={t.common.hasGuide}>
      <Icon name="steps" size={24} />
      <div>
        <p>
          <strong>{t.article.hasGuide}</strong> ·{' '}
          {t.article.steps(guides.reduce((sum, guide) => sum + guide.steps, 0))}
        </p>
        <details>
          <summary>{t.lounge.guideHow}</summary>
          <ol>
            <li>{t.lounge.guideInstall}</li>
            <li>
              {t.lounge.guideOpen(name)}
              {console.home && (
                <>
                  {' '}
                  <a href={console.home} rel="noreferrer">
                    {new URL(console.home).host}
                  </a>
                </>
              )}
            </li>
            <li>{t.lounge.guideStart(guides[0]!.title)}</li>
          </ol>
        </details>
      </div>
    </aside>
  );
}
