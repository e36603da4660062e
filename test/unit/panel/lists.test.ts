import { describe, expect, it } from 'vitest';
import { faqOf, guidesFor, guidesOfArticle, said } from '../../../extension/panel/data/lists.ts';
import { catalogue } from './sample.ts';

const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('guides of the console in front', () => {
  it('are in catalogue order, the own language first', () => {
    expect(ids(guidesFor(catalogue, 'hiworks', 'ko'))).toEqual(['block-1', 'both-1', 'both-2', 'english-1']);
    expect(ids(guidesFor(catalogue, 'hiworks', 'en'))[0]).toBe('english-1');
  });
  it('begin with what can start on this very page', () => {
    expect(ids(guidesFor(catalogue, 'hiworks', 'ko', ['both-2', 'english-1']))).toEqual([
      'both-2',
      'english-1',
      'block-1',
      'both-1',
    ]);
  });
  it('are none where there is no console, and none without steps', () => {
    expect(guidesFor(catalogue, null, 'ko')).toEqual([]);
    expect(guidesOfArticle(catalogue, 'read-only')).toEqual([]);
  });
});

describe('the FAQ', () => {
  it('keeps the order of support and drops what is not there', () => {
    expect(ids(faqOf(catalogue))).toEqual(['relay', 'plain', 'block']);
  });
  it('begins with the console in front and ends with another one', () => {
    expect(ids(faqOf(catalogue, 'hiworks'))).toEqual(['block', 'plain', 'relay']);
  });
});

it('says a name in Korean where the language has none', () => {
  expect(said({ ko: '스팸서버' }, 'en')).toBe('스팸서버');
  expect(said({ ko: '하이웍스', en: 'Hiworks' }, 'en')).toBe('Hiworks');
});
