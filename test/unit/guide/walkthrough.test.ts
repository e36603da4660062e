import { describe, expect, it } from 'vitest';
import {
  advance,
  begin,
  type Guide,
  stateOf,
  type Walkthrough,
  walkable,
} from '../../../shared/guide/index.ts';
import { back, branch, did, goto, guide, holds, next, proved, START, skip, step, walk } from './samples.ts';

/** Menu, choice, name, save: and the choice must be there on the page in the end. */
const SETTING = guide(
  [
    step('menu', { action: 'open-menu-path' }),
    step('on', { action: 'check', done: { kind: 'on' } }),
    step('name', { action: 'fill', done: { kind: 'filled' } }),
    step('save', { action: 'save' }),
  ],
  [{ kind: 'step', step: 'on' }],
);
const states = (of: Guide, now: Walkthrough) => of.steps.map((each) => stateOf(now, each)).join(' ');

describe('the beginning', () => {
  it('is the first step, with nothing done', () => {
    expect(walk(SETTING)).toEqual({
      guide: 'g',
      started: START.toISOString(),
      states: {},
      at: 'menu',
      phase: 'walking',
      paused: false,
      chosen: {},
      branches: {},
      found: null,
      savedAt: null,
    });
  });

  it('is an optional step too, when it comes first', () => {
    expect(walk(guide([step('a', { optional: true }), step('b')])).at).toBe('a');
  });

  it('of a guide without steps is its end', () => {
    expect(begin(guide([]), START)).toMatchObject({ at: null, phase: 'done' });
  });
});

describe('doing what is asked', () => {
  it('goes on step by step, and at the end the saved state is still to be checked', () => {
    const way = ['menu', 'on', 'name', 'save'].map((_id, at, ids) =>
      walk(SETTING, ...ids.slice(0, at + 1).map((id) => did(id))),
    );
    expect(way.map(({ at }) => at)).toEqual(['on', 'name', 'save', null]);
    expect(way.map(({ phase }) => phase)).toEqual(['walking', 'walking', 'walking', 'checking']);
  });

  it('ends at once where no page could show a result', () => {
    expect(walk(guide([step('a')]), did('a'))).toMatchObject({ at: null, phase: 'done' });
  });

  it('keeps what was picked, and when the last act was', () => {
    const after = walk(
      SETTING,
      did('on', { chosen: '김서연 seoyeon@example.com' }),
      did('save', { time: 1_000 }),
    );
    expect(after.chosen).toEqual({ on: '김서연 seoyeon@example.com' });
    expect(after.savedAt).toBe(1_000);
    expect(walk(SETTING, did('on', { chosen: '' })).chosen).toEqual({});
  });

  it('changes nothing of the walkthrough before: a stopped background loses no state', () => {
    const before = Object.freeze(walk(SETTING, did('menu')));
    Object.freeze(before.states);
    advance(SETTING, before, did('on', { chosen: 'x' }));
    expect(before).toEqual(walk(SETTING, did('menu')));
  });
});

describe('doing things in another order', () => {
  it('a later step shows that the way to it was found', () => {
    const after = walk(SETTING, did('on'));
    expect(states(SETTING, after)).toBe('done done todo todo');
    expect(after.at).toBe('name');
  });

  it('does not tick what was left out: the walk goes back to it, then on', () => {
    const after = walk(SETTING, did('name'));
    expect(states(SETTING, after)).toBe('done todo done todo');
    expect(after.at).toBe('on');
    expect(advance(SETTING, after, did('on')).at).toBe('save');
  });

  it('saving too early is no end', () => {
    expect(walk(SETTING, did('save'))).toMatchObject({ at: 'on', phase: 'walking' });
  });

  it('what is not in the guide is ignored', () => {
    const before = walk(SETTING, did('menu'));
    for (const event of [did('other'), holds('other'), goto('other'), branch('g9', 'a')])
      expect(advance(SETTING, before, event)).toBe(before);
  });

  it('passes over an optional step, and does not go back to it by itself', () => {
    const of = guide([step('a'), step('extra', { action: 'fill', optional: true }), step('b'), step('c')]);
    const after = walk(of, did('a'), did('b'));
    expect(after.at).toBe('c');
    expect(advance(of, after, did('c'))).toMatchObject({ at: null, phase: 'done' });
    expect(states(of, after)).toBe('done todo done todo');
  });
});

describe('what the page shows', () => {
  const chosen = (done: Guide['steps'][number]['done']) =>
    guide([step('a', { action: 'select', done }), step('b')]);

  it.each([[{ kind: 'on' } as const], [{ kind: 'off' } as const], [{ kind: 'value', value: 'x' } as const]])(
    'a choice of %o is done when it is so already',
    (done) => {
      expect(walk(chosen(done), holds('a')).at).toBe('b');
    },
  );

  it('a filled field proves nothing: only the act counts', () => {
    expect(walk(chosen({ kind: 'filled' }), holds('a')).at).toBe('a');
    expect(walk(chosen(null), holds('a')).at).toBe('a');
    expect(walk(chosen({ kind: 'filled' }), did('a'), holds('a', false)).at).toBe('b');
  });

  it.each([
    [{ kind: 'shown', text: 'x' } as const],
    [{ kind: 'row', text: 'x', step: null, present: true } as const],
  ])('%o ticks, and a message that goes away or a list that is turned over re-opens nothing', (done) => {
    expect(walk(chosen(done), holds('a')).at).toBe('b');
    expect(walk(chosen(done), holds('a'), holds('a', false)).at).toBe('b');
  });

  it('a choice further on is ticked without leaving the step in front', () => {
    const after = walk(SETTING, holds('on'));
    expect(after.at).toBe('menu');
    expect(states(SETTING, after)).toBe('todo done todo todo');
    expect(advance(SETTING, after, next).at).toBe('name');
  });

  it('a choice that was undone is open again', () => {
    const after = walk(SETTING, did('menu'), did('on'), did('name'), holds('on', false));
    expect(after).toMatchObject({ at: 'on', phase: 'walking' });
    expect(advance(SETTING, after, holds('on')).at).toBe('save');
  });

  it('an undone choice is gone back to, and not an optional step that was passed over before it', () => {
    const of = guide([
      step('extra', { optional: true }),
      step('on', { action: 'check', done: { kind: 'on' } }),
      step('b'),
    ]);
    expect(walk(of, skip, back, did('on'), holds('on', false)).at).toBe('on');
  });

  it('a skipped choice stays skipped, whatever the page shows', () => {
    expect(states(SETTING, walk(SETTING, next, skip, holds('on'), holds('on', false)))).toBe(
      'done skipped todo todo',
    );
  });

  it('after the last step the page answers by proof only', () => {
    const end = walk(SETTING, did('on'), did('name'), did('save'));
    expect(advance(SETTING, end, holds('on', false))).toBe(end);
  });
});

describe('what the admin says', () => {
  it('next ticks, skip does not', () => {
    expect(states(SETTING, walk(SETTING, next, skip))).toBe('done skipped todo todo');
  });

  it('a skipped step is not gone back to', () => {
    expect(walk(SETTING, next, skip, did('name')).at).toBe('save');
  });

  it('at the end there is nothing to pass', () => {
    const end = walk(SETTING, next, next, next, next);
    expect(end).toMatchObject({ at: null, phase: 'checking' });
    expect(advance(SETTING, end, next)).toBe(end);
    expect(advance(SETTING, end, skip)).toBe(end);
  });

  it('back opens the step before; from the end, the last; from the first, nothing', () => {
    const second = walk(SETTING, next, back);
    expect(second.at).toBe('menu');
    expect(states(SETTING, second)).toBe('todo todo todo todo');
    expect(walk(SETTING, next, next, next, next, back)).toMatchObject({ at: 'save', phase: 'walking' });
    expect(walk(SETTING, back)).toEqual(walk(SETTING));
  });

  it('goto opens a step, and with it what was done after: an old save does not save a new value', () => {
    const after = walk(SETTING, did('on'), skip, did('save'), goto('on'));
    expect(after).toMatchObject({ at: 'on', phase: 'walking' });
    expect(states(SETTING, after)).toBe('done todo skipped todo');
    expect(advance(SETTING, after, did('on')).at).toBe('save');
  });

  it('pausing and taking up again changes nothing else', () => {
    const before = walk(SETTING, did('menu'));
    const paused = advance(SETTING, before, { type: 'pause' });
    expect(paused).toEqual({ ...before, paused: true });
    expect(advance(SETTING, paused, { type: 'resume' })).toEqual(before);
  });
});

describe('alternatives', () => {
  const EITHER = guide([
    step('start'),
    step('a1', { alternative: 'g1.a' }),
    step('a2', { alternative: 'g1.a' }),
    step('b1', { alternative: 'g1.b' }),
    step('end', { action: 'save' }),
  ]);
  const ids = (now: Walkthrough) => walkable(EITHER, now).map(({ id }) => id);

  it('are all open until one is taken', () => {
    expect(ids(walk(EITHER, next))).toEqual(['start', 'a1', 'a2', 'b1', 'end']);
  });

  it.each([
    ['a', 'a1', ['start', 'a1', 'a2', 'end']],
    ['b', 'b1', ['start', 'b1', 'end']],
  ])('taking %s leads to its first step and closes the other', (name, first, way) => {
    const after = walk(EITHER, next, branch('g1', name));
    expect(after.at).toBe(first);
    expect(ids(after)).toEqual(way);
  });

  it('doing a step takes its branch, by the page or by the word of the admin', () => {
    for (const after of [walk(EITHER, next, did('a1')), walk(EITHER, next, next)]) {
      expect(after.branches).toEqual({ g1: 'a' });
      expect(after.at).toBe('a2');
      expect(advance(EITHER, after, next).at).toBe('end');
    }
    expect(walk(EITHER, next, did('b1'))).toMatchObject({ at: 'end', branches: { g1: 'b' } });
  });

  it('doing a step of one branch ticks none of the other on its way', () => {
    expect(states(EITHER, walk(EITHER, did('b1')))).toBe('done todo todo done todo');
  });

  it('skipping a step takes no branch', () => {
    expect(walk(EITHER, next, skip)).toMatchObject({ at: 'a2', branches: {} });
  });

  it('can be taken the other way later; then its steps are to do', () => {
    const after = walk(EITHER, next, did('b1'), branch('g1', 'a'));
    expect(after.at).toBe('a1');
    expect(advance(EITHER, after, did('b1'))).toBe(after);
    expect(advance(EITHER, after, goto('b1'))).toBe(after);
  });

  it('taking the same again, or one that there is not, changes nothing', () => {
    const after = walk(EITHER, next, branch('g1', 'b'), did('b1'));
    for (const event of [branch('g1', 'b'), branch('g1', 'c'), branch('g2', 'a')])
      expect(advance(EITHER, after, event)).toBe(after);
  });

  it('taking one does not lead back to an optional step that was passed over', () => {
    const of = guide([
      step('extra', { action: 'fill', optional: true }),
      step('s'),
      ...EITHER.steps.slice(1),
    ]);
    expect(walk(of, did('s'), branch('g1', 'b')).at).toBe('b1');
  });
});

describe('the proof', () => {
  const end = walk(SETTING, did('on'), did('name'), did('save', { time: 5 }));

  it('is saved, or shows what the page has instead', () => {
    expect(advance(SETTING, end, proved(true))).toMatchObject({ phase: 'saved', found: null });
    const unsaved = advance(SETTING, end, proved(false, '꺼짐'));
    expect(unsaved).toMatchObject({ at: null, phase: 'unsaved', found: '꺼짐' });
    expect(advance(SETTING, unsaved, proved(true))).toMatchObject({ phase: 'saved', found: null });
  });

  it('is heard at the end only, and only where there is something to prove', () => {
    const before = walk(SETTING, did('on'));
    expect(advance(SETTING, before, proved(true))).toBe(before);
    const read = walk(guide([step('a')]), next);
    expect(advance(guide([step('a')]), read, proved(true))).toBe(read);
  });

  it('counts no longer once something is done again', () => {
    const saved = advance(SETTING, end, proved(false, '꺼짐'));
    expect(advance(SETTING, saved, did('save'))).toMatchObject({ phase: 'checking', found: null });
    expect(advance(SETTING, saved, back)).toMatchObject({ at: 'save', phase: 'walking', found: null });
    expect(advance(SETTING, saved, goto('on'))).toMatchObject({ at: 'on', phase: 'walking', found: null });
  });
});
