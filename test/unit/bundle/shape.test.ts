import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flag,
  later,
  list,
  Misfit,
  maybe,
  number,
  object,
  one,
  orNull,
  type Shape,
  text,
  variant,
  whole,
} from '../../../shared/bundle/shape.ts';

/** What was refused, and where; null when it was taken. */
function refusal(shape: Shape<unknown>, value: unknown): string | null {
  try {
    shape(value);
    return null;
  } catch (cause) {
    if (cause instanceof Misfit) return cause.detail;
    throw cause;
  }
}

interface Tree {
  name: string;
  kids: Tree[];
}
const tree: Shape<Tree> = object({
  name: text(5),
  kids: list(
    later(() => tree),
    2,
  ),
});
const node = variant('t', { word: { text: text(9) }, rule: {} });

describe('a shape', () => {
  it.each<[string, Shape<unknown>, unknown[], unknown[]]>([
    ['text', text(3), ['', 'abc', '가나다'], ['abcd', 1, null, undefined, ['a'], new String('a')]],
    ['text with a pattern', text(9, /^a+$/), ['a', 'aaa'], ['', 'b', 'ab', 'a\nb']],
    ['a whole number', whole(1, 9), [1, 9], [0, 10, 1.5, '1', Number.NaN, 2 ** 53, null]],
    ['a number', number, [0, -1.5], [Number.NaN, Number.POSITIVE_INFINITY, '0', null]],
    ['yes or no', flag, [true, false], [0, 1, 'true', null]],
    ['one of several', one('a', 2), ['a', 2], ['b', '2', 'a,2', ['a'], null]],
    ['something or null', orNull(flag), [true, null], [undefined, 0]],
    ['a list', list(flag, 2), [[], [true, false]], [[true, true, true], [1], { length: 0 }, 'ab', null]],
    ['an object', object({ a: flag }), [{ a: true }], [{}, { a: 1 }, { a: true, b: 1 }, [], null, 'a']],
    ['what may be absent', object({ a: maybe(flag) }), [{}, { a: true }], [{ a: null }, { b: true }]],
    [
      'a variant',
      node,
      [{ t: 'rule' }, { t: 'word', text: 'x' }],
      [{ t: 'rule', text: 'x' }, { t: 'x' }, {}, null, 't'],
    ],
    [
      'what holds itself',
      tree,
      [{ name: 'a', kids: [{ name: 'b', kids: [] }] }],
      [{ name: 'a', kids: [{ name: 'b' }] }],
    ],
  ])('%s takes what it says and nothing else', (_what, shape, good, bad) => {
    for (const value of good) expect(shape(value)).toEqual(value);
    for (const value of bad)
      expect({ value, refused: refusal(shape, value) !== null }).toMatchObject({ refused: true });
  });

  it('says where the fault is, and the text that was refused', () => {
    const value = { name: 'a', kids: [{ name: 'b', kids: [{ name: 'too long', kids: [] }] }] };
    expect(refusal(tree, value)).toBe('kids.0.kids.0.name is longer than 5');
    expect(refusal(tree, { name: 'a' })).toBe('kids is missing');
    expect(refusal(tree, { name: 'a', kids: [], css: '' })).toBe('css is not known');
    expect(refusal(list(text(20, /^a/)), ['a', 'javascript:x'])).toBe(
      '1 is not as it must be, received "javascript:x"',
    );
    expect(refusal(node, { t: 'script' })).toBe('t is none of word, rule');
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf', '__proto__', 'constructor'])(
    'never takes %s from the prototype for a key or a kind',
    (name) => {
      expect(refusal(object({ a: flag }), JSON.parse(`{"a":true,"${name}":1}`))).toBe(`${name} is not known`);
      expect(refusal(object({ [name]: maybe(text(9)) }), {})).toBe(null);
      expect(refusal(node, { t: name })).toBe('t is none of word, rule');
      expect(refusal(object({ a: flag }), Object.create({ a: true }))).toBe('a is missing');
    },
  );

  it('copies: what was read shares nothing with what was given', () => {
    const given = { name: 'a', kids: [{ name: 'b', kids: [] }] };
    const read = tree(given);
    given.kids[0]!.name = 'c';
    expect(read.kids[0]!.name).toBe('b');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it('whatever it takes comes out as it went in', () => {
    const trees: fc.Memo<Tree> = fc.memo((depth) =>
      fc.record({
        name: fc.string({ maxLength: 7 }),
        kids: depth > 1 ? fc.array(trees(), { maxLength: 3 }) : fc.constant<Tree[]>([]),
      }),
    );
    const any = trees(4);
    const fits = ({ name, kids }: Tree): boolean => name.length <= 5 && kids.length <= 2 && kids.every(fits);
    fc.assert(
      fc.property(any, (value) => {
        expect(refusal(tree, value) === null).toBe(fits(value));
        if (fits(value)) expect(tree(value)).toEqual(value);
      }),
    );
  });
});
