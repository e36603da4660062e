import { describe, expect, it } from 'vitest';
import { askedOf, termsOf, tokensOf } from '../../../desk/search/tokens.ts';

describe('lexemes', () => {
  it('of a document: pairs of syllables, words in other letters, keys and consonants of the title', () => {
    const tokens = tokensOf({ id: 'a', title: '스팸 차단', body: 'SMTP 5.7.1 돈을 設定' });
    for (const token of ['b스팸', 'b차단', 'lsmtp', 'l5.7.1', 'u돈', 'ktmv', 'cㅅㅍ', 'cㅍㅊ', 'b設定'])
      expect(tokens).toContain(token);
    expect(tokens).not.toContain('cㄷㅇ');
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('of a query: boilerplate weighs nothing, words that ask little, endings are left out', () => {
    const weights = new Map(
      askedOf('안녕하세요 메일에서 어떤 오류인지', termsOf([])).map(({ token, weight }) => [token, weight]),
    );
    expect(weights.get('b메일')).toBe(1);
    expect(weights.get('b어떤')).toBeLessThan(0.5);
    expect(weights.has('b안녕')).toBe(false);
    expect(weights.has('b에서')).toBe(false);
    expect(weights.get('b에러')).toBeCloseTo(0.6);
  });

  it('of a query in the wrong layout, of choseong, and of terms', () => {
    const tokens = (query: string) =>
      askedOf(query, termsOf([['도메인', 'domain']])).map(({ token }) => token);
    expect(tokens('tmvoa')).toContain('b스팸');
    expect(tokens('ㄴㅡ쎼')).toContain('lsmtp');
    expect(tokens('ㅅㅍㅁㅇ')).toEqual(['cㅅㅍ', 'cㅍㅁ', 'cㅁㅇ']);
    expect(tokens('domain')).toContain('b도메');
  });
});
