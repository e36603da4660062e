import { describe, expect, it } from 'vitest';
import { advance, type Reading, type Seen, stateOf, unsavedChange } from '../../../shared/guide/index.ts';
import { back, branch, did, goto, guide, next, skip, step, walk } from './samples.ts';

const off: Reading = { kind: 'off', words: '', of: '' };
const on: Reading = { kind: 'on', words: '', of: '' };
const text = (words: string): Reading => ({ kind: 'text', words, of: '' });
const look = (...seen: Seen[]) => ({ type: 'seen' as const, seen });
const sees = (id: string, holds: boolean | null, now: Reading | null = null): Seen => ({
  step: id,
  holds,
  now,
});
const act = (id: string, time: number, before?: Reading, after?: Reading) => ({
  ...did(id, { time }),
  ...(before && { before }),
  ...(after && { after }),
});

const SETTING = guide(
  [
    step('menu', { action: 'open-menu-path' }),
    step('on', { action: 'check', done: { kind: 'on' } }),
    step('name', { action: 'fill', done: { kind: 'filled' } }),
    step('all', {
      action: 'select',
      done: { kind: 'on' },
      danger: 'everyone',
      caution: '모두에게 적용됩니다.',
    }),
    step('save', { action: 'save' }),
  ],
  [{ kind: 'step', step: 'on' }],
);
const states = (now: ReturnType<typeof walk>) => SETTING.steps.map((each) => stateOf(now, each)).join(' ');

describe('one look at the start', () => {
  it('ticks what is so already, tells how many, and leaves what may go wrong to be read', () => {
    const after = walk(
      SETTING,
      look(sees('on', true, on), sees('name', true, text('김')), sees('all', true)),
    );
    expect(states(after)).toBe('todo done todo todo todo');
    expect(after).toMatchObject({ already: ['on', 'all'], news: true, before: { on, name: text('김') } });
  });

  it('counts a way that needs no going, but not one that was gone', () => {
    expect(walk(SETTING, did('menu'))).toMatchObject({ already: ['menu'], news: true });
    expect(walk(SETTING, did('menu', { time: 1 })).already).toBeUndefined();
  });

  it('is told until the admin acts', () => {
    const seen = walk(SETTING, look(sees('on', true)));
    for (const event of [next, skip, did('menu', { time: 1 }), goto('name')])
      expect(advance(SETTING, seen, event).news).toBe(false);
    expect(advance(SETTING, seen, look(sees('on', true))).news).toBe(true);
  });

  it('changes nothing when it shows nothing new', () => {
    const once = walk(SETTING, look(sees('on', true, on), sees('name', null, text('김'))));
    expect(advance(SETTING, once, look(sees('on', true, on), sees('name', null, text('김'))))).toBe(once);
  });

  it('decides for no branch', () => {
    const either = guide([
      step('a', { action: 'check', alternative: 'g1.a', done: { kind: 'on' } }),
      step('b', { action: 'check', alternative: 'g1.b', done: { kind: 'on' } }),
    ]);
    const seen = walk(either, look(sees('a', true), sees('b', false)));
    expect(seen).toMatchObject({ at: 'a', branches: {}, states: {} });
    expect(advance(either, seen, branch('g1', 'b')).at).toBe('b');
  });
});

describe('what the page showed before', () => {
  it('follows the page until the admin touches it, and stays from then on', () => {
    const loading = walk(SETTING, look(sees('on', false, off)), look(sees('on', false, on)));
    expect(loading.before).toEqual({ on });
    const touched = advance(SETTING, loading, act('on', 5, off, on));
    expect(touched).toMatchObject({ before: { on: off }, after: { on }, times: { on: 5 } });
    const again = [look(sees('on', false, off)), act('on', 9, on, on)].reduce(
      (now, event) => advance(SETTING, now, event),
      touched,
    );
    expect(again).toMatchObject({ before: { on: off }, after: { on }, times: { on: 9 } });
  });

  it('a choice that has come undone is open again, and nothing is called already so', () => {
    const done = walk(SETTING, did('menu', { time: 1 }), act('on', 2, off, on));
    const undone = advance(SETTING, done, look(sees('on', false, off)));
    expect(undone.at).toBe('on');
    expect(undone.already ?? []).toEqual([]);
  });

  it('tells of a change that an open save would keep, and of none before or after', () => {
    const changed = walk(SETTING, did('menu', { time: 1 }), act('on', 2, off, on));
    expect(unsavedChange(SETTING, changed)?.id).toBe('save');
    expect(unsavedChange(SETTING, walk(SETTING, act('on', 2, on, on)))).toBeNull();
    expect(unsavedChange(SETTING, advance(SETTING, changed, look(sees('on', false, off))))).toBeNull();
    const rest = [next, next, did('save', { time: 9 })];
    expect(
      unsavedChange(
        SETTING,
        rest.reduce((now, event) => advance(SETTING, now, event), changed),
      ),
    ).toBeNull();
  });
});

describe('a press that was held', () => {
  const held = { type: 'held' as const, kind: 'risk' as const, step: 'all', entry: '' };

  it('is shown until the admin acts, and is known from then on', () => {
    const now = walk(SETTING, held);
    expect(now).toMatchObject({ warned: ['all'], held: { kind: 'risk', step: 'all' } });
    const after = advance(SETTING, now, did('all', { time: 3 }));
    expect(after).toMatchObject({ warned: ['all'], held: null });
  });

  it('that is let be will be held again', () => {
    expect(walk(SETTING, held, { type: 'spared' })).toMatchObject({ warned: [], held: null });
  });

  it('does not touch the steps', () => {
    expect(states(walk(SETTING, held))).toBe('todo todo todo todo todo');
  });
});

describe('the way back', () => {
  const TWO = guide([
    step('home'),
    step('menu', { action: 'open-menu-path' }),
    step('on', { action: 'check', done: { kind: 'on' } }),
    step('tab', { action: 'open-menu-path' }),
    step('off', { action: 'uncheck', done: { kind: 'off' } }),
    step('save', { action: 'save' }),
  ]);

  it('re-opens the last way only, and leads on to the same step', () => {
    const at = walk(TWO, did('on', { time: 1 }), did('tab', { time: 2 }));
    expect(at.at).toBe('off');
    const lost = advance(TWO, at, { type: 'lost' });
    expect(lost).toMatchObject({
      at: 'tab',
      states: { home: 'done', menu: 'done', on: 'done', tab: 'todo' },
    });
    expect(advance(TWO, lost, did('tab', { time: 3 })).at).toBe('off');
  });

  it('goes through the clicks that led to it', () => {
    expect(walk(TWO, did('menu', { time: 1 }), { type: 'lost' })).toMatchObject({ at: 'home' });
  });

  it('is not offered where there is none', () => {
    const none = walk(guide([step('a'), step('b')]), next);
    expect(advance(guide([step('a'), step('b')]), none, { type: 'lost' })).toBe(none);
  });
});

describe('a step that the page does not show', () => {
  it('is kept apart from one that was declined, and back takes it up again', () => {
    const missed = walk(SETTING, next, { type: 'skip', why: 'missing' });
    expect(missed).toMatchObject({ missed: ['on'], states: { on: 'skipped' } });
    expect(walk(SETTING, next, skip).missed).toBeUndefined();
    expect(advance(SETTING, missed, back).at).toBe('on');
  });
});
