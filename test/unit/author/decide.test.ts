import { describe, expect, it } from 'vitest';
import { parse, type Recalled, weighIn } from '../../../extension/page/recorded.ts';
import type { Match } from '../../../shared/locate/index.ts';
import { page } from '../locate/page.ts';
import { fingerprint } from './samples.ts';

const dom = page('<button id="a"><span id="inner">저장</span></button><button id="b">적용</button>');
const el = (id: string) => dom.getElementById(id) as Element;

const match = (verdict: Match['verdict'], reason: Match['reason'], on: string | null = null): Match => ({
  verdict,
  reason,
  element: on === null ? null : el(on),
  control: null,
  candidates: on === null ? [] : [{ element: el(on), score: 0.9, state: 'ok', reasons: [], control: null }],
  segment: 0,
});
const recalled = (on: string, state: Recalled['state'] = 'ok'): Recalled => ({
  element: el(on),
  control: el(on),
  state,
});
const told = ({ verdict, reason, element }: Match) => [verdict, reason, element?.id ?? null];

describe('the words and the record, weighed', () => {
  it.each<[string, Match, Recalled | null, unknown[]]>([
    [
      'no record: as the words say',
      match('probable', 'other-words', 'a'),
      null,
      ['probable', 'other-words', 'a'],
    ],
    ['both certain of one', match('certain', 'found', 'a'), recalled('a'), ['certain', 'found', 'a']],
    [
      'probable words, the record agrees',
      match('probable', 'other-words', 'a'),
      recalled('a'),
      ['certain', 'found', 'a'],
    ],
    [
      'the record is of a part of it',
      match('probable', 'other-words', 'a'),
      recalled('inner'),
      ['certain', 'found', 'a'],
    ],
    [
      'probable words, the record differs',
      match('probable', 'other-words', 'a'),
      recalled('b'),
      ['certain', 'found', 'b'],
    ],
    ['no such words', match('missing', 'no-such-words'), recalled('b'), ['certain', 'found', 'b']],
    ['several of that name', match('ambiguous', 'several'), recalled('b'), ['certain', 'found', 'b']],
    [
      'one in every row',
      match('ambiguous', 'several-rows'),
      recalled('b'),
      ['ambiguous', 'several-rows', null],
    ],
    ['both certain, of two', match('certain', 'found', 'a'), recalled('b'), ['probable', 'other-words', 'b']],
    ['right, but disabled', match('probable', 'disabled', 'a'), recalled('a'), ['probable', 'disabled', 'a']],
    [
      'right, but behind a dialog',
      match('probable', 'behind-dialog', 'a'),
      recalled('a'),
      ['probable', 'behind-dialog', 'a'],
    ],
    [
      'recorded, but disabled',
      match('missing', 'no-such-words'),
      recalled('b', 'disabled'),
      ['probable', 'disabled', 'b'],
    ],
    [
      'recorded, but behind a dialog',
      match('missing', 'no-such-words'),
      recalled('b', 'behind-dialog'),
      ['probable', 'behind-dialog', 'b'],
    ],
    [
      'recorded, but hidden',
      match('missing', 'no-such-words'),
      recalled('b', 'hidden'),
      ['missing', 'hidden', null],
    ],
    [
      'certain words outweigh what is hidden',
      match('certain', 'found', 'a'),
      recalled('b', 'hidden'),
      ['certain', 'found', 'a'],
    ],
  ])('%s', (_what, words, record, answer) => {
    expect(told(weighIn(words, record, 0))).toEqual(answer);
  });

  it('of a path: the record is of its end, and an opened menu on the way does not contradict it', () => {
    const onTheWay = match('certain', 'menu-closed', 'a');
    expect(told(weighIn(onTheWay, recalled('b'), 1))).toEqual(['certain', 'found', 'b']);
    expect(weighIn(onTheWay, recalled('b'), 1).segment).toBe(1);
    expect(told(weighIn(onTheWay, recalled('b', 'hidden'), 1))).toEqual(['certain', 'menu-closed', 'a']);
  });

  it('what was asked about comes first among the candidates, and stays clickable', () => {
    const { candidates } = weighIn(match('certain', 'found', 'a'), recalled('b'), 0);
    expect(candidates.map((one) => one.element.id)).toEqual(['b', 'a']);
  });
});

describe('a record as it comes with a step', () => {
  const save = { action: 'save' as const, labels: ['저장'] };
  it('is read', () => {
    expect(parse(JSON.stringify(fingerprint()), save)).toMatchObject({ name: '저장' });
  });
  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a number', '1'],
    ['another version', JSON.stringify(fingerprint('저장', { v: 2 }))],
    ['no name', '{"v":1}'],
    ['a cancel for a save', JSON.stringify(fingerprint('취소'))],
    ['a delete for a save', JSON.stringify(fingerprint('계정삭제'))],
  ])('is passed over when it is %s', (_what, text) => {
    expect(parse(text, save)).toBeNull();
  });
  it('may be of a delete where the manual says delete', () => {
    const step = { action: 'confirm' as const, labels: ['삭제'] };
    expect(parse(JSON.stringify(fingerprint('삭제하기')), step)).not.toBeNull();
  });
});
