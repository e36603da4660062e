import * as v from 'valibot';

/** Most bytes of one recorded target, as JSON. */
export const RECORDED_BYTES = 4_096;

/**
 * What was recorded of an element, as far as anybody but the locator needs to know it. The locator's own fields may
 * come and go; what it is known by, and plain values that are small, must be there.
 */
export const fingerprint = v.pipe(
  v.looseObject({ v: v.literal(1), kind: v.string(), tag: v.string(), name: v.string() }),
  v.check((value) => isFlat(value, 0), 'nested too deeply'),
  v.check((value) => bytesOf(JSON.stringify(value)) <= RECORDED_BYTES, `more than ${RECORDED_BYTES} bytes`),
);
export type Recorded = v.InferOutput<typeof fingerprint>;

/** The same as one string, the way a step and a message carry it. */
export const recordedText = v.pipe(v.string(), v.maxBytes(RECORDED_BYTES));

/** Of text that came from outside. Null when it is not a recorded target. */
export function readRecorded(text: string): Recorded | null {
  if (bytesOf(text) > RECORDED_BYTES) return null;
  try {
    const read = v.safeParse(fingerprint, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function isFlat(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth <= 3 && Object.values(value).every((inner) => isFlat(inner, depth + 1));
}
