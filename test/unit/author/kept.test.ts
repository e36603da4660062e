import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide, step } from '../guide/samples.ts';
import { fingerprint } from './samples.ts';

vi.hoisted(() => {
  // What the build writes in.
  vi.stubGlobal('__GILJABI_KEYS__', []);
  vi.stubGlobal('__GILJABI_BUNDLE_URL__', 'https://desk.example/bundle/');
});
vi.mock('../../../extension/platform/browser.ts', () => import('../background/platform.ts'));
vi.mock('../../../extension/background/content.ts', () => ({ state: async () => ({ version: 7 }) }));

const { addRepair, forgetRepairs, keptFor, repairs } = await import(
  '../../../extension/background/repairs.ts'
);
const { pageArguments } = await import('../../../extension/background/page-calls.ts');

const SAVE = { action: 'save' as const, labels: ['저장'] };
const GUIDE = guide([step('s1'), step('s2', SAVE), step('s3', SAVE)]);
const answer = (name: string) => ({ fingerprint: JSON.stringify(fingerprint(name)), reason: 'other-words' });
const add = (at: number, name: string, console = 'hiworks') =>
  addRepair(console, GUIDE, GUIDE.steps[at]!, answer(name));

beforeEach(() => fakeBrowser.reset());

describe('what an admin has confirmed', () => {
  it('is kept with all that support has to know, and nothing else', async () => {
    await add(2, '적용');
    const [kept, ...rest] = await repairs.get();
    expect(rest).toEqual([]);
    expect(kept).toEqual({
      guide: 'g',
      article: 'g',
      console: 'hiworks',
      step: 'save 저장',
      nth: 2,
      fingerprint: answer('적용').fingerprint,
      reason: 'other-words',
      bundle: 7,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('serves the same step of the same guide on the same console; the last word counts', async () => {
    await add(2, '적용');
    await add(2, '반영');
    await add(1, '보존', 'terrace');
    expect(await keptFor('hiworks', GUIDE)).toEqual({ s3: answer('반영').fingerprint });
    expect(await keptFor('terrace', GUIDE)).toEqual({ s2: answer('보존').fingerprint });
    expect(await keptFor('hiworks', { ...GUIDE, id: 'other' })).toEqual({});
  });

  it('finds its step again when another was put in before it, and is silent when the label is another', async () => {
    await add(1, '적용');
    const more = guide([step('s1'), step('s2'), step('s3', SAVE)]);
    expect(Object.keys(await keptFor('hiworks', more))).toEqual(['s3']);
    const renamed = guide([step('s1', { ...SAVE, labels: ['적용'] })]);
    expect(await keptFor('hiworks', renamed)).toEqual({});
  });

  it('is never more than 200; the oldest go', async () => {
    for (let at = 0; at < 203; at++) await add(1, `이름${at}`);
    const all = await repairs.get();
    expect(all).toHaveLength(200);
    expect(all[0]?.fingerprint).toBe(answer('이름3').fingerprint);
  });

  it('is gone when it is deleted', async () => {
    await add(1, '적용');
    await forgetRepairs();
    expect(await keptFor('hiworks', GUIDE)).toEqual({});
  });
});

describe('what a page may send of it', () => {
  const text = (more: Record<string, unknown> = {}) => JSON.stringify(fingerprint('저장', more));
  const accepts = (name: 'walk/repair' | 'author/save', argument: unknown) =>
    v.safeParse(pageArguments[name], argument).success;
  it('is a step, a target and a reason', () => {
    expect(accepts('walk/repair', { step: 's1', fingerprint: text(), reason: 'other-words' })).toBe(true);
    expect(accepts('author/save', { step: 's1', fingerprint: text() })).toBe(true);
  });
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another version', text({ v: 2 })],
    ['more than 4 kB', text({ hint: '가'.repeat(1_500) })],
    ['more than 4 kB of white space', `${' '.repeat(4_097)}${text()}`],
    ['nested deeply', text({ near: [[[[['x']]]]] })],
    ['not text at all', fingerprint()],
  ])('and no target that is %s', (_what, target) => {
    expect(accepts('walk/repair', { step: 's1', fingerprint: target, reason: 'several' })).toBe(false);
    expect(accepts('author/save', { step: 's1', fingerprint: target })).toBe(false);
  });
  it('and no reason in words of its own', () => {
    expect(accepts('walk/repair', { step: 's1', fingerprint: text(), reason: '<b>' })).toBe(false);
    expect(accepts('walk/repair', { step: 's1', fingerprint: text(), reason: 'x', guide: 'y' })).toBe(false);
  });
});
