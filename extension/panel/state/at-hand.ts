/** What a person keeps at hand: ids of documents, in this browser's own storage and nowhere else. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Which = 'pinned' | 'recent';

const KEYS: Record<Which, string> = { pinned: 'giljabi:pinned', recent: 'giljabi:recent' };
const MOST: Record<Which, number> = { pinned: 20, recent: 10 };

/** What somebody else has written there counts as nothing. */
export function atHand(which: Which, shelf: Shelf = localStorage): string[] {
  try {
    const ids: unknown = JSON.parse(shelf.getItem(KEYS[which]) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

const put = (which: Which, ids: string[], shelf: Shelf) =>
  shelf.setItem(KEYS[which], JSON.stringify(ids.slice(0, MOST[which])));

/** The last one seen stands first. */
export const sawDocument = (id: string, shelf: Shelf = localStorage): void =>
  put('recent', [id, ...atHand('recent', shelf).filter((each) => each !== id)], shelf);

/** Pinned ones keep the order in which they were pinned. */
export function turnPin(id: string, shelf: Shelf = localStorage): void {
  const pinned = atHand('pinned', shelf);
  put('pinned', pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id], shelf);
}

export function forgetAtHand(shelf: Shelf = localStorage): void {
  for (const key of Object.values(KEYS)) shelf.removeItem(key);
}
