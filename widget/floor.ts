import type { Rotation } from '../shared/bundle/index.ts';

const FLOOR = 'giljabi:floor';
const ROTATIONS = 'giljabi:rotations';

/** Highest bundle version accepted so far, per key id: an older signed bundle is never taken again. */
export function readFloor(): Record<string, number> {
  const stored = read(FLOOR);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, version]) => Number.isSafeInteger(version)));
}

export function raiseFloor(key: string, version: number): void {
  const floor = readFloor();
  if (version > (floor[key] ?? 0)) write(FLOOR, { ...floor, [key]: version });
}

/** Changes of keys that were followed here, oldest first (clause 4.4). */
export function readRotations(): Rotation[] {
  const stored = read(ROTATIONS);
  if (!Array.isArray(stored)) return [];
  return stored.filter((one: Partial<Rotation> | null): one is Rotation =>
    [one?.from, one?.to, one?.key].every((text) => typeof text === 'string'),
  );
}

export function keepRotations(news: readonly Rotation[]): void {
  if (news.length > 0) write(ROTATIONS, [...readRotations(), ...news]);
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage the signature still holds; only the memory of newer versions and keys is missing.
  }
}
