import type { Catalogue } from '../../../shared/bundle/index.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { consoleOf, type GuideEntry, said } from '../data/lists.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';

export interface ArticleGuidesProps {
  /** Title of the document: a guide of the same name need not say it again. */
  title: string;
  guides: readonly GuideEntry[];
  catalogue: Catalogue;
  /** Console in front of the person. */
  console: string | null;
  busy: boolean;
  onStart(guide: string): void;
}

/** The guides of a document: started here, or where they have to be started. */
export function ArticleGuides({ title, guides, catalogue, console, busy, onStart }: ArticleGuidesProps) {
  const t = useText();
  const here = guides.filter((guide) => guide.console !== null && guide.console === console);
  const elsewhere = Map.groupBy(
    guides.filter((guide) => !here.includes(guide)),
    (guide) => guide.console,
  );
  const alone = here.length === 1 && here[0]?.title === title;
  return (
    <div class="gp-article-guides">
      {here.length > 0 && !alone && <p class="gp-box-title">{t.panel.guide.startHere}</p>}
      {here.map((guide) => (
        <button
          key={guide.id}
          type="button"
          class="gj-button gj-primary gp-start-wide"
          disabled={busy}
          aria-label={t.panel.guide.startNamed(guide.title)}
          onClick={() => onStart(guide.id)}
        >
          <Icon name="steps" />
          <span>{alone ? t.panel.guide.startHere : guide.title}</span>
          <small>{t.article.steps(guide.steps)}</small>
        </button>
      ))}
      {[...elsewhere].map(([id, list]) => (
        <Elsewhere key={id} id={id} guides={list} catalogue={catalogue} />
      ))}
    </div>
  );
}

/** Not the screen for it: a guide is never started on a page that it was not written for. */
function Elsewhere({
  id,
  guides,
  catalogue,
}: {
  id: string | null;
  guides: readonly GuideEntry[];
  catalogue: Catalogue;
}) {
  const t = useText();
  const lang = useLanguage();
  const of = consoleOf(catalogue, id);
  if (!of) return null;
  const name = said(of.name, lang);
  return (
    <div class="gp-elsewhere">
      <p>
        <Icon name="info" size={16} /> <strong>{t.panel.guide.elsewhere(name)}</strong>
      </p>
      <ul>
        {guides.map((guide) => (
          <li key={guide.id}>
            {guide.title} <span class="gp-faint">{t.article.steps(guide.steps)}</span>
          </li>
        ))}
      </ul>
      <p class="gp-faint">{t.panel.guide.elsewhereHow}</p>
      {of.home && (
        <a class="gj-button" href={of.home} target="_blank" rel="noopener noreferrer">
          {t.panel.guide.openConsole(name)}
        </a>
      )}
    </div>
  );
}
