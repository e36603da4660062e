import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pageArguments } from '../../../extension/background/page-calls.ts';

type Name = keyof typeof pageArguments;
const accepts = (name: Name, argument: unknown) => v.safeParse(pageArguments[name], argument).success;
const long = (length: number) => '가'.repeat(length);

describe('a console page may say', () => {
  it.each<[Name, unknown]>([
    ['page/hello', { title: '하이웍스' }],
    ['page/recognised', { console: 'hiworks' }],
    ['walk/state', undefined],
    ['walk/event', { type: 'did', step: 's1' }],
    ['walk/event', { type: 'did', step: 's1', chosen: '김서연', time: 1_000 }],
    ['walk/event', { type: 'holds', step: 's1', holds: false }],
    ...(['next', 'back', 'skip', 'pause', 'resume'] as const).map((type): [Name, unknown] => [
      'walk/event',
      { type },
    ]),
    ['walk/event', { type: 'goto', step: 's2' }],
    ['walk/event', { type: 'branch', group: 'g1', branch: 'a' }],
    ['walk/event', { type: 'proved', ok: false, found: '꺼짐' }],
    ['walk/event', { type: 'proved', ok: true, found: null }],
    ['panel/open', { view: 'inquiry' }],
    ['panel/open', { view: 'article', article: 'secure-mail' }],
  ])('%s %o', (name, argument) => {
    expect(accepts(name, argument)).toBe(true);
  });

  it('a title of any length: what is too long is cut', () => {
    const result = v.parse(pageArguments['page/hello'], { title: long(10_000) });
    expect(result).toEqual({ title: long(300) });
  });
});

describe('a console page may not say', () => {
  it.each<[what: string, Name, unknown]>([
    ['an event that there is not', 'walk/event', { type: 'end' }],
    ['an event without a type', 'walk/event', { step: 's1' }],
    ['an event in a list', 'walk/event', [{ type: 'next' }]],
    ['no event', 'walk/event', undefined],
    ['a field too many', 'walk/event', { type: 'next', step: 's1' }],
    ['a state of its own', 'walk/event', { type: 'did', step: 's1', states: { s2: 'done' } }],
    ['a step that is a path', 'walk/event', { type: 'goto', step: '../s1' }],
    ['a step that is a prototype', 'walk/event', { type: 'goto', step: '__proto__' }],
    ['a step without a name', 'walk/event', { type: 'goto', step: '' }],
    ['a name of 101 letters', 'walk/event', { type: 'goto', step: 's'.repeat(101) }],
    ['a choice of 501 letters', 'walk/event', { type: 'did', step: 's1', chosen: long(501) }],
    ['a finding of 501 letters', 'walk/event', { type: 'proved', ok: false, found: long(501) }],
    ['proof without a finding', 'walk/event', { type: 'proved', ok: true }],
    ['proof that is not yes or no', 'walk/event', { type: 'proved', ok: 'yes', found: null }],
    ['a time at the end of time', 'walk/event', { type: 'did', step: 's1', time: Number.POSITIVE_INFINITY }],
    ['a time that is no number', 'walk/event', { type: 'did', step: 's1', time: Number.NaN }],
    ['a branch of a prototype', 'walk/event', { type: 'branch', group: '__proto__', branch: 'a' }],
    ['no title', 'page/hello', {}],
    ['an address of its own', 'page/hello', { title: 'x', url: 'https://bank.example' }],
    ['a console with capitals', 'page/recognised', { console: 'HIWORKS' }],
    ['something to a question without words', 'walk/state', { console: 'hiworks' }],
    ['a view that there is not', 'panel/open', { view: 'settings' }],
    ['an article that is an address', 'panel/open', { view: 'article', article: 'https://a.example' }],
  ])('%s', (_what, name, argument) => {
    expect(accepts(name, argument)).toBe(false);
  });
});
