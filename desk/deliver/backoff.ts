const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Standard Webhooks' schedule, for every target: after the last one it is support's turn, three days later. */
const WAITS = [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** A target may ask for patience, but not for so long that the inquiry is as good as lost. */
const LONGEST_ASKED = 24 * HOUR;

/**
 * Milliseconds until the next attempt, up to a fifth shorter or longer, so that everything that failed in one
 * outage does not come back in one moment; never before what the target asked for. `null`: give up.
 * @param tries attempts so far, from 1
 * @param random 0 <= random < 1
 * @param asked Retry-After in milliseconds, 0 without
 */
export function nextWait(tries: number, random: number, asked: number): number | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  return Math.round(Math.max(wait * (0.8 + 0.4 * random), Math.min(asked, LONGEST_ASKED)));
}

/** Milliseconds that a Retry-After header asks for: seconds or a date. 0 when it says nothing usable. */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
