import { describe, expect, it } from 'vitest';
import {
  atHand,
  forgetAtHand,
  type Shelf,
  sawDocument,
  turnPin,
} from '../../../extension/panel/state/at-hand.ts';

const shelf = (): Shelf & { kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

describe('what is kept at hand', () => {
  it('is what was seen last, each once, and no more than ten', () => {
    const one = shelf();
    for (const id of ['a', 'b', 'a']) sawDocument(id, one);
    expect(atHand('recent', one)).toEqual(['a', 'b']);
    for (let number = 0; number < 30; number++) sawDocument(`n${number}`, one);
    expect(atHand('recent', one)).toHaveLength(10);
    expect(atHand('recent', one)[0]).toBe('n29');
  });
  it('is what was pinned, in that order, until it is unpinned', () => {
    const one = shelf();
    for (const id of ['a', 'b', 'c', 'b']) turnPin(id, one);
    expect(atHand('pinned', one)).toEqual(['a', 'c']);
  });
  it('is forgotten whole', () => {
    const one = shelf();
    sawDocument('a', one);
    turnPin('a', one);
    forgetAtHand(one);
    expect(one.kept.size).toBe(0);
  });
  it.each(['{', '"a"', '{"a":1}', '[1,null]'])('counts %s as nothing', (text) => {
    const one = shelf();
    one.setItem('giljabi:pinned', text);
    expect(atHand('pinned', one)).toEqual([]);
  });
});
