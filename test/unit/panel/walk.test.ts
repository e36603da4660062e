import { describe, expect, it } from 'vitest';
import { choiceAt, progressOf, stepRows } from '../../../extension/panel/data/step-rows.ts';
import { walkButtons } from '../../../extension/panel/data/walk-buttons.ts';
import { pickWalk } from '../../../extension/panel/state/use-walk.ts';
import type { ActiveWalk } from '../../../extension/platform/messages.ts';
import { advance, begin, type WalkEvent } from '../../../shared/guide/index.ts';
import { guideOf, step } from './sample.ts';

const NOW = new Date('2026-11-21T00:00:00Z');
const guide = guideOf([step('s1'), step('s2'), step('s3'), step('s4')], [{ kind: 'step', step: 's4' }]);
const walked = (...events: WalkEvent[]) =>
  events.reduce((walk, event) => advance(guide, walk, event), begin(guide, NOW));

describe('rows of a walkthrough', () => {
  it('say which step is in front, done, skipped and still to do', () => {
    const rows = stepRows(guide, walked({ type: 'next' }, { type: 'skip' }));
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      [1, 'done'],
      [2, 'skipped'],
      [3, 'current'],
      [4, 'todo'],
    ]);
    expect(progressOf(rows)).toEqual({ at: 3, of: 4, passed: 2 });
  });
  it('stay on the last number when all are passed', () => {
    const walk = walked({ type: 'next' }, { type: 'next' }, { type: 'next' }, { type: 'next' });
    expect(progressOf(stepRows(guide, walk))).toEqual({ at: 4, of: 4, passed: 4 });
  });
});

describe('an alternative', () => {
  const forked = guideOf([
    step('s1', { alternative: 'g1.a' }),
    step('s2', { alternative: 'g1.a' }),
    step('s3', { alternative: 'g1.b' }),
    step('s4'),
  ]);
  it('asks once, with the first step of every way', () => {
    const walk = begin(forked, NOW);
    expect(choiceAt(forked, walk)).toMatchObject({
      group: 'g1',
      branches: [
        { branch: 'a', first: { id: 's1' } },
        { branch: 'b', first: { id: 's3' } },
      ],
    });
    const taken = advance(forked, walk, { type: 'branch', group: 'g1', branch: 'b' });
    expect(choiceAt(forked, taken)).toBeNull();
    expect(stepRows(forked, taken).map(({ step: { id }, state }) => [id, state])).toEqual([
      ['s3', 'current'],
      ['s4', 'todo'],
    ]);
  });
  it('is not asked about a step of no alternative, or one with a single way', () => {
    expect(choiceAt(guide, begin(guide, NOW))).toBeNull();
    const lone = guideOf([step('s1', { alternative: 'g1.a' })]);
    expect(choiceAt(lone, begin(lone, NOW))).toBeNull();
  });
});

describe('buttons', () => {
  it('fit the phase', () => {
    const of = (phase: Parameters<typeof walkButtons>[0]['phase'], paused = false, first = false) => {
      const { main, side } = walkButtons({ phase, paused }, first);
      return [...side, '|', ...main].join(' ');
    };
    expect(of('walking')).toBe('back skip leave | next');
    expect(of('walking', false, true)).toBe('skip leave | next');
    expect(of('walking', true)).toBe('end | resume');
    expect(of('checking')).toBe('last end |');
    expect(of('saved')).toBe('last | end');
    expect(of('unsaved')).toBe('end | last');
  });
});

describe('which walkthrough is shown', () => {
  const walk = (console: string, started: string) => ({ console, walk: { started } }) as ActiveWalk;
  const walks = [walk('hiworks', '2026-11-21T09:00:00Z'), walk('terrace', '2026-11-21T08:00:00Z')];
  it('is that of the console in front and of no other', () => {
    expect(pickWalk(walks, 'terrace')?.console).toBe('terrace');
    expect(pickWalk(walks, 'rspamd')).toBeNull();
  });
  it('is the last one begun away from every console', () => {
    expect(pickWalk(walks, null)?.console).toBe('hiworks');
    expect(pickWalk([...walks].reverse(), null)?.console).toBe('hiworks');
    expect(pickWalk([], null)).toBeNull();
  });
});
