import { loadIndexes } from '../../shared/bundle/merge-index.ts';
import type { Index } from '../../shared/search/core.ts';
import { search } from '../../shared/search/index.ts';
import { pickLang, text } from '../../shared/ui/text/index.ts';
import { answerOmnibox, type OmniboxRow } from '../platform/omnibox.ts';
import { openPanelPage } from '../platform/pages.ts';
import { openPanelInFront } from '../platform/panels.ts';
import { tell } from '../platform/tabs.ts';
import * as content from './content.ts';
import { settings } from './settings.ts';
import { wanted } from './wanted.ts';

/** Search from the address bar: the same index, the same ranking, no page needed. */

const MOST = 6;
/** Rows carry it, so that what was chosen is told from what was typed. */
const SIGN = 'gj:';

let kept: { name: string; index: Promise<Index> } | null = null;

const langNow = async () => pickLang([(await settings.get()).lang ?? '', ...navigator.languages]);

/** Read once for a bundle and a language; gone with the background, like everything in memory. */
async function indexNow(): Promise<Index> {
  const { first, later } = await content.searchIndexes(null);
  const { version, source } = await content.state();
  const parts = [...first, ...later];
  const name = `${source} ${version} ${parts}`;
  if (kept?.name !== name) {
    const index = Promise.all(parts.map(content.searchBytes)).then(loadIndexes);
    kept = { name, index };
    index.catch(() => {
      kept = null;
    });
  }
  return kept.index;
}

export async function suggest(typed: string): Promise<OmniboxRow[]> {
  if (typed.trim() === '') return [];
  const [index, catalogue, lang] = await Promise.all([indexNow(), content.catalogue(), langNow()]);
  return search(index, typed, { lang, console: null, limit: MOST }).flatMap(({ id, ranges }) => {
    const entry = catalogue.articles.find((article) => article.id === id);
    if (!entry) return [];
    const console = catalogue.consoles.find((each) => each.id === entry.console);
    const place = console ? (console.name[lang] ?? console.name.ko) : '';
    return [{ content: `${SIGN}${id}`, title: entry.title, ranges: ranges.title, place }];
  });
}

/** A row that was chosen, or else the best answer to what was typed. */
async function articleOf(typed: string): Promise<string | null> {
  if (typed.startsWith(SIGN)) return typed.slice(SIGN.length);
  const [best] = await suggest(typed).catch(() => []);
  return best ? best.content.slice(SIGN.length) : null;
}

async function open(typed: string, opening: Promise<boolean>): Promise<void> {
  const article = await articleOf(typed);
  const view = article ? ({ view: 'article', article } as const) : null;
  if (view) await wanted.set(view);
  if (!(await opening)) await openPanelPage();
  // A panel that was open already does not ask; one that is only now opening hears nothing, and asks.
  else if (view) await tell({ notice: 'view', ...view });
}

export function listenToOmnibox(): void {
  answerOmnibox(
    async () => text(await langNow()).panel.placeholder,
    suggest,
    // The panel first: browsers open it only while they handle what the person did.
    (typed) => void open(typed, openPanelInFront()),
  );
}
