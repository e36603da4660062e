import { item } from '../platform/local.ts';
import type { Trouble } from '../platform/messages.ts';
import { alarm, tell } from '../platform/tabs.ts';

/** Tabs whose page does not let the overlay be, and why. The next page of the tab is tried again. */
const retired = item<Record<string, Trouble>>('session', 'retired', {});

export async function retire(tab: number, why: Trouble): Promise<undefined> {
  await retired.update((all) => ({ ...all, [tab]: why }));
  await alarm(tab);
  await tell({ notice: 'retired', tab });
  return undefined;
}

export const whyRetired = async (tab: number): Promise<Trouble | null> => (await retired.get())[tab] ?? null;

export async function forgetRetired(tab: number): Promise<void> {
  if (await whyRetired(tab)) await retired.update(({ [tab]: _old, ...rest }) => rest);
}
