import { josa } from 'es-hangul';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParticlePair, particle, withParticle } from '../../../shared/ui/text/particle.ts';

describe('particle', () => {
  it.each([
    ['저장', '을/를', '저장을'],
    ['메뉴', '을/를', '메뉴를'],
    ['메일 관리', '은/는', '메일 관리는'],
    ['보안', '이/가', '보안이'],
    ['서울', '으로/로', '서울로'],
    ['부산', '으로/로', '부산으로'],
    ['관리', '으로/로', '관리로'],
  ] as const)('%s with %s is %s', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it('says of every syllable what es-hangul says', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
    const pair = fc.constantFrom<ParticlePair>('은/는', '이/가', '을/를', '으로/로');
    fc.assert(
      fc.property(syllable, pair, (word, which) => {
        expect(particle(word, which)).toBe(josa.pick(word, which));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks through closing brackets, quotes and spaces', () => {
    expect(withParticle('[저장]', '을/를')).toBe('[저장]을');
    expect(withParticle('‘메뉴’', '을/를')).toBe('‘메뉴’를');
    expect(withParticle('[확인] ', '이/가')).toBe('[확인] 이');
  });

  it('reads digits and letters aloud', () => {
    expect([...'0123456789'].map((digit) => particle(digit, '은/는')).join('')).toBe('은은는은는는은은은는');
    expect(withParticle('POP3', '을/를')).toBe('POP3을');
    expect(withParticle('SMTP', '을/를')).toBe('SMTP를');
    expect(withParticle('DKIM', '을/를')).toBe('DKIM을');
    expect(withParticle('02-1234-5678', '으로/로')).toBe('02-1234-5678로');
    expect(withParticle('10', '으로/로')).toBe('10으로');
  });

  it('knows decomposed Hangul, and answers for a word without letters', () => {
    expect(particle('저장'.normalize('NFD'), '을/를')).toBe('을');
    expect(particle('', '을/를')).toBe('를');
    expect(particle('?!', '이/가')).toBe('가');
  });
});
