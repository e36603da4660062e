import * as v from 'valibot';
import { applyRotations, toBase64 } from '../../shared/bundle/index.ts';
import { pageAddress } from '../../shared/inquiry/index.ts';
import type { Caller } from '../platform/calls.ts';
import { CallError, type GuideSigns, type PageCalls, type PanelCalls } from '../platform/messages.ts';
import { shortcutOf } from '../platform/shortcut.ts';
import { mayReach, registerWatch } from '../platform/sites.ts';
import { inject, tell, tellFrame } from '../platform/tabs.ts';
import { askDesk, authorDesk, pick } from './author.ts';
import { bar } from './barred.ts';
import { consoleAt, consoleIn, here, learn, rules, show } from './consoles.ts';
import * as content from './content.ts';
import { draftDesk, isLoopback } from './content-draft.ts';
import { trustNow } from './content-trust.ts';
import { forgetInquiries, list, send } from './outbox.ts';
import { putOverlay } from './overlay.ts';
import { pageArguments } from './page-calls.ts';
import { forgetRepairs, repairs } from './repairs.ts';
import { retire } from './retired.ts';
import { settings } from './settings.ts';
import { setStartable, signsOf } from './startable.ts';
import {
  act,
  anew,
  compare,
  currentWalk,
  end,
  forgetKept,
  forgetWalks,
  putBack,
  repair,
  start,
} from './walks.ts';
import { wanted } from './wanted.ts';

type Page = Extract<Caller, { kind: 'page' }>;
type Handlers<Calls> = {
  [N in keyof Calls]: Calls[N] extends (...args: infer A) => infer R
    ? (argument: A[0], page: Page) => Promise<R> | R
    : never;
};

/** A page of a console has shown itself: let it be guided, if somebody is following a guide there. */
async function settle(page: Page, console: string): Promise<GuideSigns[]> {
  await show(page.tab, console);
  const active = await currentWalk(console);
  if (active !== null && !active.walk.paused) await putOverlay(page.tab, active);
  return signsOf(console);
}

const forPages: Handlers<PageCalls> = {
  async 'page/hello'(_page, page) {
    const console = await consoleAt(page.url);
    return console
      ? { rules: [], guides: await settle(page, console) }
      : { rules: await rules(), guides: [] };
  },
  async 'page/recognised'({ console }, page) {
    const { consoles } = await content.catalogue();
    if (!consoles.some((each) => each.id === console)) throw new CallError('no-such-console', console);
    await learn(page.origin, console);
    return { guides: await settle(page, console) };
  },
  async 'page/guides'({ startable }, page) {
    await setStartable(page.tab, startable);
    return undefined;
  },
  async 'walk/state'(_none, page) {
    const console = await consoleIn(page.tab);
    return console ? currentWalk(console) : null;
  },
  async 'walk/event'(event, page) {
    const console = await consoleIn(page.tab);
    return console ? act(console, event, page.origin) : null;
  },
  async 'walk/undo'(_none, page) {
    const console = await consoleIn(page.tab);
    return console ? putBack(console) : null;
  },
  async 'walk/anew'(_none, page) {
    const console = await consoleIn(page.tab);
    return console ? anew(console) : null;
  },
  async 'walk/repair'(what, page) {
    const console = await consoleIn(page.tab);
    return console ? repair(console, what) : null;
  },
  'author/save': (what, page) => askDesk(page.tab, what),
  async 'frame/loaded'(_none, page) {
    const console = await consoleIn(page.tab);
    const active = console ? await currentWalk(console) : null;
    if (active?.walk.paused === false) await putOverlay(page.tab, active);
    return undefined;
  },
  async 'frame/say'({ to, word }, page) {
    await tellFrame(page.tab, to, { notice: 'frame', from: page.frame, word });
    return undefined;
  },
  'frame/barred': ({ origin }, page) => bar(page.tab, origin),
  'walk/retired': ({ why }, page) => retire(page.tab, why),
  'card/key': () => shortcutOf('swap-focus'),
  async 'panel/open'({ saw, ...what }, page) {
    const view = { ...what, ...(saw && { saw: { ...saw, page: pageAddress(page.url) } }) };
    await wanted.set(view);
    await tell({ notice: 'view', ...view });
    return undefined;
  },
};

const forPanels: Handlers<PanelCalls> = {
  'bundle/state': () => content.state(),
  async 'bundle/sync'() {
    const state = await content.sync();
    await tell({ notice: 'bundle', state });
    await compare();
    return state;
  },
  async 'bundle/trust'() {
    const { keys, rotations = [] } = await trustNow();
    return {
      keys: applyRotations(keys, rotations).map(({ id }) => id),
      rotations: rotations.map(({ from, to }) => ({ from, to })),
    };
  },
  'content/catalogue': () => content.catalogue(),
  'content/article': ({ id }) => content.article(id),
  'content/indexes': ({ console }) => content.searchIndexes(console),
  'content/search': async ({ part }) => toBase64(await content.searchBytes(part)),
  'draft/get': () => draftDesk.get(),
  async 'draft/set'(desk) {
    if (desk && !isLoopback(desk.url)) throw new CallError('not-loopback', desk.url);
    await draftDesk.set(desk);
    const state = await content.state();
    await tell({ notice: 'bundle', state });
    await compare();
    return state;
  },
  here,
  async 'site/granted'({ origin, console }) {
    await learn(origin, console);
    await registerWatch();
    const { tab } = await here();
    if (tab !== null) await inject(tab, '/content-scripts/watch.js');
    return undefined;
  },
  /** A panel that has just opened asks what it was opened for: it was not there when it was said. */
  async 'view/take'() {
    const view = await wanted.get();
    await wanted.set(null);
    return view;
  },
  'walk/current': ({ console }) => (console ? currentWalk(console) : null),
  'walk/start': ({ guide, tab }) => start(guide, tab),
  'walk/act': ({ console, event }) => act(console, event),
  'walk/put-back': ({ console }) => putBack(console),
  async 'walk/end'({ console }) {
    await end(console);
    return undefined;
  },
  'repairs/list': () => repairs.get(),
  async 'repairs/forget'() {
    await forgetRepairs();
    await forgetKept();
    return undefined;
  },
  'author/get': () => authorDesk.get(),
  async 'author/set'(desk) {
    await authorDesk.set(desk);
    return undefined;
  },
  'author/pick': pick,
  'inquiry/send': ({ inquiry, files }) => send(inquiry, files),
  'inquiry/list': () => list(),
  'settings/get': () => settings.get(),
  'settings/set': (changes) => settings.update((before) => ({ ...before, ...changes })),
  async 'privacy/forget'() {
    await forgetWalks();
    await forgetRepairs();
    await forgetInquiries();
    return undefined;
  },
};

/** Two tiers: what a console's page may ask, and what only our own pages may. */
export async function route(name: string, argument: unknown, caller: Caller): Promise<unknown> {
  if (caller.kind === 'panel') {
    if (!Object.hasOwn(forPanels, name)) throw new CallError('no-such-call', name);
    return (forPanels as unknown as Record<string, (argument: unknown) => unknown>)[name]?.(argument);
  }
  // A sandboxed frame has the origin `null`, which is nobody's.
  const granted = /^https?:\/\//.test(caller.origin) && (await mayReach(caller.origin));
  if (!Object.hasOwn(forPages, name) || !granted)
    throw new CallError('not-allowed', `${name} from ${caller.origin}`);
  const checked = v.safeParse(pageArguments[name as keyof PageCalls], argument ?? undefined);
  if (!checked.success) throw new CallError('malformed', name);
  return (forPages as unknown as Record<string, (argument: unknown, page: Page) => unknown>)[name]?.(
    checked.output,
    caller,
  );
}
