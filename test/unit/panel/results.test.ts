import { describe, expect, it } from 'vitest';
import { arrange } from '../../../extension/panel/data/results.ts';
import { catalogue, hit } from './sample.ts';

const shown = (hits: [string, number][], console: string | null) => {
  const { guides, documents } = arrange(
    hits.map(([id, score]) => hit(id, score)),
    catalogue,
    console,
    'ko',
  );
  return [guides.map(({ guide }) => guide.id), documents.map(({ id }) => id)];
};

describe('what search found, arranged for the console in front', () => {
  it('puts its guides first, every guide of a document', () => {
    expect(
      shown(
        [
          ['plain', 10],
          ['both', 9],
          ['block', 8],
        ],
        'hiworks',
      ),
    ).toEqual([['both-1', 'both-2', 'block-1'], ['plain']]);
  });
  it('never offers to start a guide of another console, or with no console', () => {
    expect(shown([['relay', 10]], 'hiworks')).toEqual([[], ['relay']]);
    expect(shown([['block', 10]], null)).toEqual([[], ['block']]);
  });
  it('does not let a poor guide push in front of a good document', () => {
    expect(
      shown(
        [
          ['plain', 10],
          ['block', 5.9],
        ],
        'hiworks',
      ),
    ).toEqual([[], ['plain', 'block']]);
    expect(
      shown(
        [
          ['plain', 10],
          ['block', 6],
        ],
        'hiworks',
      ),
    ).toEqual([['block-1'], ['plain']]);
  });
  it('shows a document whose guides do not all fit as a document', () => {
    const [guides, documents] = shown(
      [
        ['both', 10],
        ['block', 9],
        ['both', 9],
      ],
      'hiworks',
    );
    expect(guides).toEqual(['both-1', 'both-2', 'block-1']);
    expect(documents).toEqual(['both']);
  });
  it('drops hits that the catalogue does not know', () => {
    expect(
      shown(
        [
          ['gone', 10],
          ['plain', 1],
        ],
        null,
      ),
    ).toEqual([[], ['plain']]);
  });
  it('marks a document of another console with its name, and a guide whose title is its own', () => {
    const { guides, documents } = arrange(
      [hit('both', 2), hit('block', 2), hit('relay', 1)],
      catalogue,
      'hiworks',
      'ko',
    );
    expect(documents[0]?.place).toBe('스팸서버');
    expect(guides.map(({ ownTitle }) => ownTitle)).toEqual([true, true, false]);
  });
});
