import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import * as v from 'valibot';

const SOLVE_MS = 60_000;
const hex = (bytes: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]+$/), v.maxLength(bytes * 2));

/**
 * A proof of work to be done, as ALTCHA 2 has it. Signed by the desk for one inquiry and short-lived by the desk's
 * clock. The bounds keep something that is no desk from keeping a browser busy.
 */
export const challengeSchema = v.object({
  parameters: v.object({
    algorithm: v.literal('PBKDF2/SHA-256'),
    cost: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
    nonce: hex(64),
    salt: hex(64),
    keyLength: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(64)),
    keyPrefix: hex(32),
    keySignature: v.optional(hex(64)),
    /** seconds since 1970 */
    expiresAt: v.optional(v.number()),
    data: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
  }),
  signature: hex(64),
});
export type Challenge = v.InferOutput<typeof challengeSchema>;

/** `null` where the desk asks for no proof. */
export const challengeAnswerSchema = v.object({ challenge: v.nullable(challengeSchema) });

export function asChallengeAnswer(value: unknown): { challenge: Challenge | null } | null {
  return v.is(challengeAnswerSchema, value) ? { challenge: value.challenge } : null;
}

/**
 * Does the work and says it as the value of the proof header. Each try is one PBKDF2 of WebCrypto, which browsers
 * run outside the page's thread: no worker is needed, so it works under any policy and in a service worker, too.
 * `null` when it takes longer than a minute.
 */
export async function proofOf(challenge: Challenge): Promise<string | null> {
  const asked = { ...challenge, parameters: withoutUndefined(challenge.parameters) };
  const solution = await solveChallenge({ challenge: asked, deriveKey, timeout: SOLVE_MS });
  return solution && encodeProof({ challenge: asked, solution });
}

export const proofSchema = v.object({
  challenge: challengeSchema,
  solution: v.object({ counter: v.number(), derivedKey: hex(64) }),
});
export type Proof = v.InferOutput<typeof proofSchema>;

function encodeProof(proof: {
  challenge: object;
  solution: { counter: number; derivedKey: string };
}): string {
  const { challenge, solution } = proof;
  const { counter, derivedKey } = solution;
  return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The proof in a header, or `null` when there is none. Proves nothing yet. */
export function decodeProof(header: string | null | undefined): Proof | null {
  if (!header || header.length > 4000) return null;
  try {
    const value: unknown = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/')));
    return v.is(proofSchema, value) ? value : null;
  } catch {
    return null;
  }
}

/** The library's types know no `undefined` in optional members. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
