const STORE = 'giljabi:floor';

/** Highest bundle version accepted so far, per key id: an older signed bundle is never taken again. */
export function readFloor(): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, version]) => Number.isSafeInteger(version)));
  } catch {
    return {};
  }
}

export function raiseFloor(key: string, version: number): void {
  const floor = readFloor();
  if (version <= (floor[key] ?? 0)) return;
  try {
    localStorage.setItem(STORE, JSON.stringify({ ...floor, [key]: version }));
  } catch {
    // Without storage the signature still holds; only the memory of newer versions is missing.
  }
}
