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

export async function signsOf(console: string): Promise<GuideSigns[]> {
  const { consoles, guides } = await catalogue();
  const synonyms = consoles.find(({ id }) => id === console)?.labels ?? [];
  const own = guides.filter((entry) => entry.console === console).slice(0, MOST_SIGNS);
  return Promise.all(
    own.map(async ({ id }) => ({ guide: id, labels: openingLabels(await guide(id), synonyms) })),
  );
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
