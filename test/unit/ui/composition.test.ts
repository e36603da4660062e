import { describe, expect, it } from 'vitest';
import { CompositionKeys } from '../../../shared/ui/composition.ts';

const key = (name: string, composing = false, code = name) => ({
  key: name,
  code,
  isComposing: composing,
  keyCode: composing ? 229 : 0,
});

/** Keys with a clock that the test turns by hand: `turn(0)` runs what was put off for 0 ms. */
function setup() {
  const done: string[] = [];
  let waiting: { run: () => void; ms: number }[] = [];
  const keys = new CompositionKeys(
    (name) => {
      if (name !== 'Enter' && name !== 'ArrowDown') return false;
      done.push(name);
      return true;
    },
    (run, ms) => waiting.push({ run, ms }),
  );
  const turn = (ms: number) => {
    const due = waiting.filter((entry) => entry.ms <= ms);
    waiting = waiting.filter((entry) => entry.ms > ms);
    for (const { run } of due) run();
  };
  return { keys, done, turn };
}

describe('a key during composition', () => {
  it('acts at once when nothing is being composed', () => {
    const { keys, done } = setup();
    expect(keys.press(key('Enter'))).toBe(true);
    expect(keys.press(key('a'))).toBe(false);
    expect(done).toEqual(['Enter']);
  });

  it('Korean: acts once after compositionend when the system does not send it again', () => {
    const { keys, done, turn } = setup();
    keys.update('일');
    expect(keys.press(key('Enter', true))).toBe(false);
    keys.end();
    expect(done).toEqual([]);
    turn(0);
    expect(done).toEqual(['Enter']);
  });

  it('Korean: acts once when the second keydown comes before the turn (macOS)', () => {
    const { keys, done, turn } = setup();
    keys.update('일');
    keys.press(key('Enter', true));
    keys.end();
    keys.press(key('Enter'));
    turn(1000);
    expect(done).toEqual(['Enter']);
  });

  it('Korean: swallows a late second keydown, but not the next real one', () => {
    const { keys, done, turn } = setup();
    keys.update('ㅇ');
    keys.press(key('Process', true, 'Enter'));
    keys.end();
    turn(0);
    expect(keys.press(key('Enter'))).toBe(true);
    expect(done).toEqual(['Enter']);
    keys.press(key('Enter'));
    expect(done).toEqual(['Enter', 'Enter']);
  });

  it('Korean: a second Enter long after is a new one', () => {
    const { keys, done, turn } = setup();
    keys.update('일');
    keys.press(key('Enter', true));
    keys.end();
    turn(0);
    turn(1000);
    keys.press(key('Enter'));
    expect(done).toEqual(['Enter', 'Enter']);
  });

  it('Japanese: Enter chooses the candidate and does nothing else', () => {
    const { keys, done, turn } = setup();
    keys.update('めーる');
    keys.press(key('Enter', true));
    keys.end();
    turn(1000);
    expect(done).toEqual([]);
  });
});
