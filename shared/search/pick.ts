import Fuse from 'fuse.js';
import { choseongOf, isChoseongQuery } from './choseong.ts';
import { toKeys } from './keys.ts';
import { compose, normalise } from './normal.ts';
import { splitPairs } from './typing.ts';

/**
 * Fuzzy choice from a small list: guides on this page, menus, settings, consoles. Fuse.js is at its best
 * here, over texts in keystroke form, where a slip of one key is a slip of one character.
 *
 * Returns the items that fit, best first; all of them, in their order, for an empty query.
 */
export function pick<T>(items: readonly T[], query: string, key: (item: T) => string): T[] {
  const asked = normalise(compose(query)).trim();
  if (asked === '') return [...items];
  const rows = items.map((item) => {
    const text = normalise(compose(key(item)));
    return { item, keys: toKeys(text), choseong: choseongOf(text) };
  });
  if (isChoseongQuery(asked)) {
    const wanted = splitPairs(asked).replace(/\s/g, '');
    return rows.filter((row) => row.choseong.replace(/\s/g, '').includes(wanted)).map((row) => row.item);
  }
  const fuse = new Fuse(rows, { keys: ['keys'], threshold: 0.34, ignoreLocation: true, shouldSort: true });
  return fuse.search(toKeys(asked)).map((found) => found.item.item);
}
