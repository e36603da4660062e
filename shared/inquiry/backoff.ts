const FIRST = 15_000;
const LONGEST = 30 * 60_000;
/**
 * Milliseconds that nothing waits longer than. A desk may ask for patience, but not for so long that an inquiry is
 * as good as lost; and what seems to be due later was written down by a clock that has been set since.
 */
export const LONGEST_WAIT = 60 * 60_000;

/**
 * Milliseconds to wait after the attempt of that number (from 1): 15 s, 30 s, 1 min ... 30 min, each up to a
 * fifth shorter or longer, so that many browsers do not come back in one moment.
 * @param random 0 <= random < 1
 * @param asked the desk's Retry-After in milliseconds, or `null`
 */
export function retryDelay(attempt: number, random: number, asked: number | null = null): number {
  const own = Math.min(FIRST * 2 ** Math.max(0, attempt - 1), LONGEST) * (0.8 + 0.4 * random);
  return Math.round(Math.max(own, Math.min(asked ?? 0, LONGEST_WAIT)));
}

/** Milliseconds in a Retry-After header of seconds; `null` when there is none that can be used. */
export function retryAfter(header: string | null): number | null {
  return header && /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : null;
}
