import type { Article } from '../../shared/article/index.ts';
import { text } from '../../shared/ui/text/index.ts';
import type { Site } from './site.ts';

/** Did it help? `page.js` counts a yes at the desk; a no leads to the form. Styles hide it where there is no script. */
export function Feedback({ site, article }: { site: Site; article: Article }) {
  const t = text(site.lang).lounge;
  const address = new URL('api/solved', `${site.catalogue.lounge.desk.url.replace(/\/$/, '')}/`).href;
  return (
    <section
      class="feedback"
      aria-labelledby="feedback"
      lang={site.lang}
      data-article={article.id}
      data-address={address}
    >
      <h2 id="feedback">{t.helpful}</h2>
      <p class="feedback-choice">
        <button type="button" class="gj-button" data-yes="">
          {t.helpfulYes}
        </button>
        <a class="gj-button" href="../inquiry.html">
          {t.helpfulNo}
        </a>
      </p>
      <p class="feedback-said" role="status" data-thanks={t.helpfulThanks} data-failed={t.helpfulFailed} />
    </section>
  );
}
