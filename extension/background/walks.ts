import { advance, begin, type WalkEvent } from '../../shared/guide/index.ts';
import { item } from '../platform/local.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { inject, tell } from '../platform/tabs.ts';
import { show, tabsOf } from './consoles.ts';
import { catalogue, guide } from './content.ts';
import { addRepair, keptFor } from './repairs.ts';
import { settings } from './settings.ts';

/**
 * The walkthroughs that are being followed, one a console. On disk, with the guide as it was at the start: a
 * stopped background, a closed browser or a new bundle changes nothing under the admin's feet.
 */
const walks = item<Record<string, ActiveWalk>>('local', 'walks', {});

export const OVERLAY = '/overlay.js';

export const currentWalk = async (console: string): Promise<ActiveWalk | null> =>
  (await walks.get())[console] ?? null;

/** @throws BundleError when there is no such guide */
export async function start(id: string, tab: number | null): Promise<ActiveWalk> {
  const found = await guide(id);
  const console = found.console ?? '';
  const { consoles } = await catalogue();
  const labels = consoles.find((candidate) => candidate.id === console)?.labels ?? [];
  const { lang } = await settings.get();
  const kept = await keptFor(console, found);
  const active: ActiveWalk = { console, guide: found, walk: begin(found, new Date()), labels, lang, kept };
  await walks.update((all) => ({ ...all, [console]: active }));
  if (tab !== null) await show(tab, console);
  await Promise.all((await tabsOf(console)).map((each) => inject(each, OVERLAY)));
  await announce(console, active);
  return active;
}

export async function act(console: string, event: WalkEvent): Promise<ActiveWalk | null> {
  const { [console]: now } = await walks.get();
  // Closing a walkthrough that has come to its end is not leaving it half-way.
  if (event.type === 'pause' && now && now.walk.at === null && now.walk.phase !== 'checking') {
    await end(console);
    return null;
  }
  const all = await walks.update((before) => {
    const active = before[console];
    if (!active) return before;
    return { ...before, [console]: { ...active, walk: advance(active.guide, active.walk, event) } };
  });
  const active = all[console] ?? null;
  if (event.type === 'resume') await Promise.all((await tabsOf(console)).map((tab) => inject(tab, OVERLAY)));
  await announce(console, active);
  return active;
}

/** The admin's word for where a step's target is: in use at once, and kept for a file to support. */
export async function repair(
  console: string,
  what: { step: string; fingerprint: string; reason: string },
): Promise<ActiveWalk | null> {
  const active = await currentWalk(console);
  const step = active?.guide.steps.find((each) => each.id === what.step);
  if (!active || !step) return null;
  await addRepair(console, active.guide, step, what);
  await walks.update((before) => {
    const now = before[console];
    if (now?.guide.id !== active.guide.id) return before;
    return { ...before, [console]: { ...now, kept: { ...now.kept, [step.id]: what.fingerprint } } };
  });
  return currentWalk(console);
}

/** Takes what admins have confirmed out of the walkthroughs that are being followed. */
export async function forgetKept(): Promise<void> {
  await walks.update((before) =>
    Object.fromEntries(Object.entries(before).map(([console, active]) => [console, { ...active, kept: {} }])),
  );
}

export async function end(console: string): Promise<void> {
  await walks.update(({ [console]: _ended, ...rest }) => rest);
  await announce(console, null);
}

export async function forgetWalks(): Promise<void> {
  for (const console of Object.keys(await walks.get())) await end(console);
}

async function announce(console: string, active: ActiveWalk | null): Promise<void> {
  await tell({ notice: 'walk', active, console }, await tabsOf(console));
}
