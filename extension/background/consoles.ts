import { item } from '../platform/local.ts';
import type { Here, RecogniseRule } from '../platform/messages.ts';
import { mayReach } from '../platform/sites.ts';
import { frontTab, onTabRemoved, tell } from '../platform/tabs.ts';
import { barredIn, forgetBarred } from './barred.ts';
import { catalogue } from './content.ts';
import { matches } from './match-pattern.ts';
import { forgetRetired, whyRetired } from './retired.ts';
import { forgetStartable, startableIn } from './startable.ts';

/** Which console each open tab shows. Dies with the browser, as tabs do. */
const tabs = item<Record<string, string>>('session', 'tabs', {});
/** Addresses that turned out to be a console: origin -> console id. */
const known = item<Record<string, string>>('local', 'sites', {});

export async function consoleAt(address: string): Promise<string | null> {
  const { consoles } = await catalogue();
  const fixed = consoles.find((console) => console.addresses.some((pattern) => matches(pattern, address)));
  return fixed?.id ?? (await known.get())[new URL(address).origin] ?? null;
}

export async function rules(): Promise<RecogniseRule[]> {
  const { consoles } = await catalogue();
  return consoles
    .filter(({ recognise }) => recognise.title.length + recognise.text.length > 0)
    .map(({ id, recognise }) => ({ console: id, ...recognise }));
}

/** The person said so, or the page showed it. */
export async function learn(origin: string, console: string): Promise<void> {
  await known.update((sites) => ({ ...sites, [origin]: console }));
}

export async function show(tab: number, console: string): Promise<void> {
  await forgetRetired(tab);
  await forgetBarred(tab);
  await tabs.update((map) => ({ ...map, [tab]: console }));
}

export const consoleIn = async (tab: number): Promise<string | null> => (await tabs.get())[tab] ?? null;

export async function tabsOf(console: string): Promise<number[]> {
  return Object.entries(await tabs.get()).flatMap(([tab, shown]) => (shown === console ? [Number(tab)] : []));
}

export function forgetClosedTabs(): void {
  onTabRemoved((tab) => {
    void tabs.update(({ [tab]: _gone, ...rest }) => rest);
    void forgetStartable(tab);
    void forgetRetired(tab);
    void forgetBarred(tab);
  });
}

/** What our own pages are told about the tab in front. */
export async function here(): Promise<Here> {
  const tab = await frontTab();
  if (!tab) return { tab: null, console: null, addable: null, startable: null, retired: null };
  const url = tab.url && /^https?:/.test(tab.url) ? tab.url : null;
  // An address that is seen decides; what the tab showed before it went elsewhere does not count.
  const console = await (url ? consoleAt(url) : consoleIn(tab.id)).catch(() => null);
  const strange = url && !console && !(await mayReach(new URL(url).origin));
  const addable = strange ? new URL(url).origin : await barredIn(tab.id);
  // The page may have changed since it was last looked at; what it finds now is told by a notice.
  void tell({ notice: 'look' }, [tab.id]);
  return {
    tab: tab.id,
    console,
    addable,
    startable: console ? await startableIn(tab.id) : null,
    retired: await whyRetired(tab.id),
  };
}
