import type { Saw } from '../../platform/messages.ts';

/** A part of the side panel, and what it should begin with. */
export interface Wanted {
  view: 'steps' | 'article' | 'inquiry';
  article?: string;
  /** First words of an inquiry. */
  summary?: string;
  /** What was seen of the step that an inquiry is about. */
  saw?: Saw;
}

const KEY = 'giljabi:wanted';
/** A wish that nobody took is forgotten: the panel may not have opened at all. */
const WAIT_MS = 5_000;

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Tells the side panel what to show, also when it is only now being opened and cannot hear anything yet.
 * Our own pages share one localStorage, and an open panel hears its `storage` event.
 */
export function want(wanted: Wanted, now = Date.now(), shelf: Shelf = localStorage): void {
  shelf.setItem(KEY, JSON.stringify({ ...wanted, at: now }));
}

/** Takes the wish, once. */
export function takeWanted(now = Date.now(), shelf: Shelf = localStorage): Wanted | null {
  const text = shelf.getItem(KEY);
  if (text === null) return null;
  shelf.removeItem(KEY);
  const { at, ...wanted } = JSON.parse(text) as Wanted & { at: number };
  return now - at < WAIT_MS ? wanted : null;
}
