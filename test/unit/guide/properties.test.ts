import fc from 'fast-check';
import { expect, it } from 'vitest';
import { advance, begin, type Step, stateOf, type WalkEvent, walkable } from '../../../shared/guide/index.ts';
import { guide, START, step } from './samples.ts';

const arbitraryStep = fc.record({
  action: fc.constantFrom<Step['action']>('click', 'fill', 'check', 'open-menu-path', 'save', 'read'),
  optional: fc.boolean(),
  alternative: fc.constantFrom(null, null, 'g1.a', 'g1.b', 'g2.a', 'g2.b'),
  done: fc.constantFrom<Step['done']>(
    null,
    { kind: 'on' },
    { kind: 'filled' },
    { kind: 'value', value: 'x' },
  ),
});
const arbitraryGuide = fc
  .tuple(fc.array(arbitraryStep, { maxLength: 5 }), fc.boolean())
  .map(([steps, provable]) =>
    guide(
      steps.map((over, at) => step(`s${at + 1}`, over)),
      provable ? [{ kind: 'step', step: 's1' }] : [],
    ),
  );

const id = fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's99');
const event: fc.Arbitrary<WalkEvent> = fc.oneof(
  fc.record({ type: fc.constant('did' as const), step: id, chosen: fc.string(), time: fc.nat() }),
  fc.record({ type: fc.constant('holds' as const), step: id, holds: fc.boolean() }),
  fc.record({
    type: fc.constantFrom(
      'next' as const,
      'back' as const,
      'skip' as const,
      'lost' as const,
      'spared' as const,
      'pause' as const,
      'resume' as const,
    ),
  }),
  fc.record({ type: fc.constant('goto' as const), step: id }),
  fc.record({
    type: fc.constant('seen' as const),
    seen: fc.array(
      fc.record({
        step: id,
        holds: fc.constantFrom(true, false, null),
        now: fc.constantFrom(null, { kind: 'text' as const, words: 'x', of: '' }),
      }),
      { maxLength: 5 },
    ),
  }),
  fc.record({
    type: fc.constant('held' as const),
    kind: fc.constantFrom('risk' as const, 'leave' as const),
    step: id,
    entry: fc.constant(''),
  }),
  fc.record({ type: fc.constant('said' as const), ok: fc.boolean(), words: fc.string() }),
  fc.record({
    type: fc.constant('branch' as const),
    group: fc.constantFrom('g1', 'g2', 'g3'),
    branch: fc.constantFrom('a', 'b', 'c'),
  }),
  // Often enough that many walks come to their end.
  fc.constant<WalkEvent>({ type: 'next' }),
  fc.constant<WalkEvent>({ type: 'next' }),
  fc.record({ type: fc.constant('proved' as const), ok: fc.boolean(), found: fc.option(fc.string()) }),
);

it('whatever happens in whatever order, the walkthrough stands on solid ground', () => {
  fc.assert(
    fc.property(arbitraryGuide, fc.array(event, { maxLength: 40 }), (of, events) => {
      let walk = begin(of, START);
      for (const each of [null, ...events]) {
        if (each) walk = advance(of, walk, each);
        const steps = walkable(of, walk);
        const at = steps.find((candidate) => candidate.id === walk.at);
        // In front is a step that may be walked and is still to do; or there is none, and none is left out.
        if (walk.at !== null) expect(at && stateOf(walk, at)).toBe('todo');
        else expect(steps.filter((one) => !one.optional && stateOf(walk, one) === 'todo')).toEqual([]);
        expect(walk.phase === 'walking').toBe(walk.at !== null);
        // Nothing is called saved where nothing could show it, and nothing is called done that still can.
        if (walk.at === null) expect(walk.phase === 'done').toBe(of.outcome.length === 0);
        if (walk.phase !== 'saved' && walk.phase !== 'unsaved') expect(walk.found).toBeNull();
        // Only what is in the guide leaves a trace.
        const known = new Set(of.steps.map((one) => one.id));
        for (const key of [...Object.keys(walk.states), ...Object.keys(walk.chosen)])
          expect(known).toContain(key);
        for (const [group, branch] of Object.entries(walk.branches))
          expect(of.steps.map((one) => one.alternative)).toContain(`${group}.${branch}`);
        // It is kept on disk after every event.
        expect(JSON.parse(JSON.stringify(walk))).toEqual(walk);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('saying next at every step comes to the end, through no more than one branch of each alternative', () => {
  fc.assert(
    fc.property(arbitraryGuide, (of) => {
      let walk = begin(of, START);
      const passed: Step[] = [];
      for (let turn = 0; walk.at !== null && turn <= of.steps.length; turn++) {
        passed.push(of.steps.find((one) => one.id === walk.at)!);
        walk = advance(of, walk, { type: 'next' });
      }
      expect(walk.at).toBeNull();
      for (const group of ['g1', 'g2']) {
        const taken = passed.flatMap((one) => (one.alternative?.startsWith(group) ? [one.alternative] : []));
        expect(new Set(taken).size).toBeLessThanOrEqual(1);
      }
    }),
  );
});
