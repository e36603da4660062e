import type { Catalogue } from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { item } from '../platform/local.ts';
import type { GuideSigns } from '../platform/messages.ts';
import { badge, tell } from '../platform/tabs.ts';
import { catalogue, guide } from './content.ts';
import { MOST_SIGNS } from './page-calls.ts';

/** Which guides can start on the page of each tab, by what the page shows. */
const startable = item<Record<string, string[]>>('session', 'startable', {});

const WAY: ReadonlySet<string> = new Set(['open-menu-path', 'goto-url', 'click', 'read']);

/**
 * Labels of the way into a guide and of the first thing that is set there: where one of them stands on the page, the
 * guide can start. A guide without labels at its beginning can start anywhere on its console.
 */
export function openingLabels({ steps }: Pick<Guide, 'steps'>, synonyms: readonly string[][]): string[] {
  const first = steps.findIndex(({ action }) => !WAY.has(action));
  const opening = steps.slice(0, first < 0 ? steps.length : first + 1);
  const labels = new Set(opening.flatMap((step) => step.labels));
  for (const group of synonyms)
    if (group.some((word) => labels.has(word))) for (const word of group) labels.add(word);
  return [...labels];
}

/** Signs that have been read already, by the catalogue that they were read for: every page of a console asks anew. */
const known = new WeakMap<Catalogue, Map<string, GuideSigns[]>>();

/** A guide that is not here yet is left out, and asked for again by the next page. */
export async function signsOf(console: string): Promise<GuideSigns[]> {
  const all = await catalogue();
  const read = known.get(all)?.get(console);
  if (read) return read;
  const synonyms = all.consoles.find(({ id }) => id === console)?.labels ?? [];
  const own = all.guides.filter((entry) => entry.console === console).slice(0, MOST_SIGNS);
  const found = await Promise.all(
    own.map(({ id }) =>
      guide(id).then(
        (each) => [{ guide: id, labels: openingLabels(each, synonyms) }],
        () => [],
      ),
    ),
  );
  const signs = found.flat();
  if (signs.length === own.length) known.set(all, new Map(known.get(all)).set(console, signs));
  return signs;
}

export const startableIn = async (tab: number): Promise<string[] | null> =>
  (await startable.get())[tab] ?? null;

/** The number on the toolbar button, and word to whoever shows the list. */
export async function setStartable(tab: number, guides: string[]): Promise<void> {
  const before = await startableIn(tab);
  await startable.update((all) => ({ ...all, [tab]: guides }));
  await badge(tab, guides.length);
  if (before?.join() !== guides.join()) await tell({ notice: 'here' });
}

export const forgetStartable = (tab: number): Promise<unknown> =>
  startable.update(({ [tab]: _gone, ...rest }) => rest);
