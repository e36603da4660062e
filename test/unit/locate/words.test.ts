import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEATURES, NONE_FEATURES } from '../../../shared/locate/features.ts';
import { hrefParts, looksGenerated } from '../../../shared/locate/similar.ts';
import { WEIGHTS } from '../../../shared/locate/weights.ts';
import { fold, likeness, throwsAway, wordings } from '../../../shared/locate/words.ts';

const like = (label: string, shown: string): number => likeness(wordings(label), shown);

describe('words on a screen', () => {
  test.each([
    ['POP3/SMTP 설정', 'ＰＯＰ３ / ＳＭＴＰ설정', 1],
    ['받은 편지함', '받은편지함 (12)', 0.95],
    ['메일 관리 메뉴', '메일관리', 0.95],
    ['보안 메일 탭을', '보안메일', 0.9],
    ['적용', '저장', 0.9],
    ['이름', '이름 (필수)', 0.95],
  ])('%s is shown as %s', (label, shown, least) => {
    expect(like(label, shown)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['사용', '사용 안함'],
    ['사용', '미사용'],
    ['허용', '차단'],
    ['1단계 차단', '2단계 차단'],
    ['추가', '예외 사용자 추가'],
    ['관리', '하이웍스 관리자 계정 목록'],
    ['ON', 'OFF'],
    ['enable', 'disable'],
  ])('%s is not %s', (label, shown) => {
    expect(like(label, shown)).toBeLessThan(0.75);
  });

  test('the very words are always 1, nothing is above 1', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        if (fold(a)) expect(like(a, a)).toBe(1);
        expect(like(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('buttons that throw work away are known in every language of the product', () => {
    for (const word of ['취소', '삭제하기', '닫기', 'Cancel', 'Delete all', 'キャンセル', '削除'])
      expect(throwsAway(word), word).toBe(true);
    for (const word of ['저장', '확인', 'Save', 'OK', '保存']) expect(throwsAway(word), word).toBe(false);
  });
});

test('identifiers made by a machine are told from names', () => {
  for (const id of ['ember123', ':r1:', 'input-42', 'a3f9c0d2e8b1', '550e8400-e29b'])
    expect(looksGenerated(id), id).toBe(true);
  for (const id of ['username', 'rcmfd_timezone', 'domain-name', 'save'])
    expect(looksGenerated(id), id).toBe(false);
});

test('an address is kept as words: no host, no number, no token', () => {
  expect(hrefParts('https://mail.example.kr/list.php?table=domain&sid=3f9a8b7c6d5e4f3a&page=12')).toEqual([
    'list',
    'table',
    'domain',
    'sid',
    'page',
  ]);
});

test('there is a weight for every feature: run test/bench/locate/fit.ts after a change of the list', () => {
  for (const model of [WEIGHTS.same, WEIGHTS.foreign]) {
    expect(model.on.split(' ')).toHaveLength(FEATURES.length);
    expect(model.none.split(' ')).toHaveLength(NONE_FEATURES);
  }
});
