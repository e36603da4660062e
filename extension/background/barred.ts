import { item } from '../platform/local.ts';
import { mayReach } from '../platform/sites.ts';

/** Where a part of a tab's page comes from that a walkthrough would have to look into, and may not. */
const barred = item<Record<string, string>>('session', 'barred', {});

export async function bar(tab: number, origin: string): Promise<undefined> {
  await barred.update((all) => ({ ...all, [tab]: origin }));
  return undefined;
}

/** Null also when it has been granted meanwhile. */
export async function barredIn(tab: number): Promise<string | null> {
  const origin = (await barred.get())[tab];
  return origin && !(await mayReach(origin)) ? origin : null;
}

export async function forgetBarred(tab: number): Promise<void> {
  if ((await barred.get())[tab]) await barred.update(({ [tab]: _old, ...rest }) => rest);
}
