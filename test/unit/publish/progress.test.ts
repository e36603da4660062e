import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../desk/publish/progress.ts';

function line(isTTY: boolean) {
  let time = 0;
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const out = { isTTY, write } as unknown as NodeJS.WriteStream;
  const told = progressLine(out, () => time);
  const at = (seconds: number, done: number, of = 1_000) => {
    time = seconds * 1_000;
    told('compile', done, of);
    const said = text;
    text = '';
    return said;
  };
  return at;
}

describe('progress', () => {
  it('is silent about what is done soon', () => {
    const at = line(true);
    expect(at(0, 1) + at(1, 500) + at(1.9, 1_000)).toBe('');
  });

  it('says how much is done and how long the rest will take, on one line that goes away', () => {
    const at = line(true);
    at(0, 0);
    expect(at(10, 250)).toMatch(/^\r.*250 \/ 1,000 · \D*30/);
    expect(at(10.1, 251)).toBe('');
    expect(at(200, 500)).toMatch(/500 \/ 1,000 · \D*3\D/);
    expect(at(400, 1_000)).toBe('\r\u001b[K');
  });

  it('writes a line now and then where nobody looks on', () => {
    const at = line(false);
    at(0, 0);
    expect(at(10, 100)).toMatch(/100 \/ 1,000.*\n$/);
    expect(at(20, 200)).toBe('');
    expect(at(26, 260)).toMatch(/^[^\r]*260 \/ 1,000.*\n$/);
    expect(at(60, 1_000)).toBe('');
  });
});
