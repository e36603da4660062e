import {
  advance,
  begin,
  receiptOf,
  reverse,
  type WalkEvent,
  type Receipt as WorkRecord,
} from '../../shared/guide/index.ts';
import { walk as en } from '../../shared/ui/text/en/walk.ts';
import { walk as ja } from '../../shared/ui/text/ja/walk.ts';
import { walk as ko } from '../../shared/ui/text/ko/walk.ts';
import { pickLang } from '../../shared/ui/text/lang.ts';
import { item } from '../platform/local.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { tell } from '../platform/tabs.ts';
import { show, tabsOf } from './consoles.ts';
import { catalogue, guide, state } from './content.ts';
import { goesOn, newerThan } from './newer.ts';
import { putOverlay } from './overlay.ts';
import { addRepair, keptFor } from './repairs.ts';
import { settings } from './settings.ts';

/**
 * The walkthroughs that are being followed, one a console. On disk, with the guide as it was at the start: a
 * stopped background, a closed browser or a new bundle changes nothing under the admin's feet.
 */
const walks = item<Record<string, ActiveWalk>>('local', 'walks', {});

/** Sentences of a walkthrough that goes back are ours, not the manual's. */
const TEXTS = { ko, en, ja };

export const currentWalk = async (console: string): Promise<ActiveWalk | null> =>
  (await walks.get())[console] ?? null;

/** @throws BundleError when there is no such guide */
export async function start(id: string, tab: number | null): Promise<ActiveWalk> {
  const active = await fresh(id);
  if (tab !== null) await show(tab, active.console);
  return follow(active);
}

async function fresh(id: string): Promise<ActiveWalk> {
  const found = await guide(id);
  const console = found.console ?? '';
  const { consoles, lounge } = await catalogue();
  const { labels = [], name } = consoles.find((candidate) => candidate.id === console) ?? {};
  const { lang } = await settings.get();
  const kept = await keptFor(console, found);
  const walk = begin(found, new Date());
  const { version } = await state();
  const { color } = lounge.brand ?? {};
  return {
    ...{ console, guide: found, walk, labels, lang, kept, version },
    ...(name && { name }),
    ...(color && { color }),
  };
}

/** The guide that is being followed, as it is published now, from its first step. What was done so far stays on record. */
export async function anew(console: string): Promise<ActiveWalk | null> {
  const old = await currentWalk(console);
  if (!old) return null;
  const earlier = recordOf(old);
  const { origin } = old;
  const done = earlier.rows.length > 0;
  return follow({ ...(await fresh(old.guide.id)), ...(origin && { origin }), ...(done && { earlier }) });
}

/** The walkthrough that puts back what the one before has changed takes its place, and keeps its record. */
export async function putBack(console: string): Promise<ActiveWalk | null> {
  const done = await currentWalk(console);
  if (!done) return null;
  const lang = done.lang ?? pickLang([navigator.language]);
  const { guide: back } = reverse(done.guide, done.walk, TEXTS[lang].putBack);
  if (!back) return null;
  const { newer: _newer, ...rest } = done;
  const walk = begin(back, new Date());
  return follow({ ...rest, guide: back, walk, kept: {}, earlier: recordOf(done), back: true });
}

function recordOf({ guide, walk, console, name, origin = '', lang }: ActiveWalk): WorkRecord {
  return receiptOf({
    ...{ guide, walk, origin },
    console: name?.[lang ?? pickLang([navigator.language])] ?? name?.ko ?? console,
  });
}

/** Says of every walkthrough whether its guide is still the one that is published. It goes on either way. */
export async function compare(): Promise<void> {
  for (const [console, active] of Object.entries(await walks.get())) {
    const newer = await newerThan(active);
    if (newer === undefined || newer === (active.newer ?? null)) continue;
    const all = await walks.update((before) => {
      const now = before[console];
      // Another one has been begun meanwhile: nothing was said of that.
      if (now?.walk.started !== active.walk.started) return before;
      return { ...before, [console]: { ...now, newer } };
    });
    await announce(console, all[console] ?? null);
  }
}

async function follow(active: ActiveWalk): Promise<ActiveWalk> {
  const { console } = active;
  await walks.update((all) => ({ ...all, [console]: active }));
  await Promise.all((await tabsOf(console)).map((each) => putOverlay(each, active)));
  await announce(console, active);
  return active;
}

/** `origin`: where the event comes from, when a page of the console has told it. */
export async function act(console: string, event: WalkEvent, origin?: string): Promise<ActiveWalk | null> {
  const { [console]: now } = await walks.get();
  // Closing a walkthrough that has come to its end is not leaving it half-way.
  if (event.type === 'pause' && now && now.walk.at === null && now.walk.phase !== 'checking') {
    await end(console);
    return null;
  }
  if (event.type === 'resume') await compare();
  const all = await walks.update((before) => {
    const active = before[console];
    if (!active) return before;
    const walk = advance(active.guide, active.walk, event);
    const resumed = event.type === 'resume' || (Boolean(active.resumed) && !goesOn(event));
    return { ...before, [console]: { ...active, walk, resumed, ...(origin && { origin }) } };
  });
  const active = all[console] ?? null;
  if (event.type === 'resume' && active)
    await Promise.all((await tabsOf(console)).map((tab) => putOverlay(tab, active)));
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
