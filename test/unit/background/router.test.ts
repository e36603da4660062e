import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.hoisted(() => {
  // What the build writes in.
  vi.stubGlobal('__GILJABI_KEYS__', []);
  vi.stubGlobal('__GILJABI_BUNDLE_URL__', 'https://desk.example/bundle/');
});
vi.mock('../../../extension/platform/browser.ts', () => import('./platform.ts'));

const { route } = await import('../../../extension/background/router.ts');
const { granted } = await import('./platform.ts');
type Caller = Parameters<typeof route>[2];

const PANEL: Caller = { kind: 'panel' };
const page = (origin = 'https://office.example'): Caller => ({
  kind: 'page',
  origin,
  url: `${origin}/mail`,
  tab: 1,
  frame: 0,
});
const refused = (code: string) => expect.objectContaining({ name: 'CallError', code });

beforeEach(() => {
  fakeBrowser.reset();
  granted.clear();
  granted.add('https://office.example');
});

describe('a page', () => {
  it.each([
    'bundle/state',
    'bundle/sync',
    'content/catalogue',
    'content/article',
    'content/search',
    'here',
    'site/granted',
    'walk/current',
    'walk/start',
    'walk/act',
    'walk/end',
    'inquiry/send',
    'inquiry/list',
    'repairs/list',
    'repairs/forget',
    'author/get',
    'author/set',
    'author/pick',
    'settings/get',
    'settings/set',
    'privacy/forget',
  ])('may not call %s, which is for our own pages', async (name) => {
    await expect(route(name, {}, page())).rejects.toEqual(refused('not-allowed'));
  });

  it.each(['', 'no/such', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'may not call %o',
    async (name) => {
      await expect(route(name, {}, page())).rejects.toEqual(refused('not-allowed'));
    },
  );

  it.each(['https://other.example', 'http://office.example', 'https://office.example.evil.example'])(
    'of %s, which was not granted, may not call anything',
    async (origin) => {
      await expect(route('walk/state', undefined, page(origin))).rejects.toEqual(refused('not-allowed'));
    },
  );

  it.each(['null', '', 'file://', 'data:'])('of no site (%o) is refused like any other', async (origin) => {
    const caller = { ...page(), origin } as Caller;
    await expect(route('walk/state', undefined, caller)).rejects.toEqual(refused('not-allowed'));
  });

  it('that says what it may not say is refused before anything happens', async () => {
    await expect(route('walk/event', { type: 'end' }, page())).rejects.toEqual(refused('malformed'));
    await expect(route('page/recognised', { console: 1 }, page())).rejects.toEqual(refused('malformed'));
  });

  it('may ask for its walkthrough; on a tab without a console there is none', async () => {
    expect(await route('walk/state', undefined, page())).toBeNull();
    expect(await route('walk/state', null, page())).toBeNull();
    expect(await route('walk/event', { type: 'next' }, page())).toBeNull();
  });

  it('at another port of a granted host may call: match patterns know no port', async () => {
    expect(await route('walk/state', undefined, page('https://office.example:8443'))).toBeNull();
  });
});

describe('our own pages', () => {
  it('may call what is theirs', async () => {
    expect(await route('settings/get', undefined, PANEL)).toEqual({
      lang: null,
      bundleUrl: 'https://desk.example/bundle/',
    });
    expect(await route('settings/set', { lang: 'ja' }, PANEL)).toMatchObject({ lang: 'ja' });
    expect(await route('settings/get', undefined, PANEL)).toMatchObject({ lang: 'ja' });
    expect(await route('walk/current', { console: 'hiworks' }, PANEL)).toBeNull();
  });

  it.each(['page/hello', 'walk/event', 'walk/repair', 'author/save', 'no/such', 'constructor', '__proto__'])(
    'may not call %s',
    async (name) => {
      await expect(route(name, {}, PANEL)).rejects.toEqual(refused('no-such-call'));
    },
  );
});
