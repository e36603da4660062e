const WINDOW = 10 * 60_000;
const MOST_CLIENTS = 10_000;

/** Counts requests, or bytes, per client in windows of ten minutes. */
export function rateLimit(most: number, now: () => number = Date.now) {
  const windows = new Map<string, { started: number; count: number }>();
  return {
    /** Counts `amount` and says how many seconds to wait; 0 when the request may pass. */
    take(client: string, amount = 1): number {
      const time = now();
      let window = windows.get(client);
      if (!window || time - window.started >= WINDOW) {
        // Deleted first: a Map keeps insertion order, so the first entry is always the oldest window.
        windows.delete(client);
        window = { started: time, count: 0 };
        windows.set(client, window);
        const oldest = windows.keys().next().value;
        if (windows.size > MOST_CLIENTS && oldest !== undefined) windows.delete(oldest);
      }
      window.count += amount;
      return window.count <= most ? 0 : Math.ceil((window.started + WINDOW - time) / 1000);
    },
  };
}
