import { Misfit, type Shape } from './shape.ts';

/** Most bytes of one recorded target, as JSON. */
export const RECORDED_BYTES = 4_096;

/**
 * What was recorded of an element, as far as anybody but the locator needs to know it. The locator's own fields may
 * come and go; what it is known by, and plain values that are small, must be there.
 */
export interface Recorded {
  v: 1;
  kind: string;
  tag: string;
  name: string;
  [more: string]: unknown;
}

/** A recorded target as one string, the way a step and a message carry it. */
export const recordedText: Shape<string> = (value) => {
  if (typeof value !== 'string' || bytesOf(value) > RECORDED_BYTES)
    throw new Misfit(`is no text of at most ${RECORDED_BYTES} bytes`);
  return value;
};

export function isRecorded(value: unknown): value is Recorded {
  if (typeof value !== 'object' || value === null) return false;
  const { v, kind, tag, name } = value as Record<string, unknown>;
  const known = v === 1 && [kind, tag, name].every((text) => typeof text === 'string');
  return known && isFlat(value, 0) && bytesOf(JSON.stringify(value)) <= RECORDED_BYTES;
}

/** Of text that came from outside. Null when it is not a recorded target. */
export function readRecorded(text: string): Recorded | null {
  if (bytesOf(text) > RECORDED_BYTES) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecorded(value) ? value : null;
  } catch {
    return null;
  }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function isFlat(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth <= 3 && Object.values(value).every((inner) => isFlat(inner, depth + 1));
}
