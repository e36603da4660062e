import { retryAfter } from './backoff.ts';
import type { IntakeError } from './inquiry.ts';
import type { LaterReason } from './outbox-entry.ts';
import { asChallengeAnswer, proofOf } from './proof.ts';
import { asIntakeError } from './schema.ts';
import { CHALLENGE_PATH, deskAddress, IDEMPOTENCY_HEADER, PROOF_HEADER } from './wire.ts';

/** Longest that one request may take: a piece of a file still passes at 40 kbit/s. */
const REQUEST_MS = 120_000;
/** How often a proof is done anew within one attempt: it runs out while a large file goes up. */
const MOST_PROOFS = 20;

export interface DeskAnswer {
  status: number;
  ok: boolean;
  /** The JSON of the answer; `null` when it was none. */
  body: unknown;
  /** What the desk says when it does not take something; `null` when the answer is no desk's. */
  error: IntakeError | null;
  /** Retry-After in milliseconds, or `null`. */
  wait: number | null;
}

/** An attempt that settles nothing: the inquiry goes out again later. */
export class Later extends Error {
  override name = 'Later';
  readonly reason: LaterReason;
  /** How long the desk asks to wait, in milliseconds. */
  readonly wait: number | null;
  constructor(reason: LaterReason, detail: string, wait: number | null = null) {
    super(detail);
    this.reason = reason;
    this.wait = wait;
  }
}

export interface DeskLine {
  /** @throws Later without an answer, or without a proof that the desk would take */
  ask(path: string, init: RequestInit): Promise<DeskAnswer>;
}

/** Requests for one inquiry at one desk: each with its key and with the proof of work, done when it is first needed. */
export function openLine(deskUrl: string, id: string, fetch: typeof globalThis.fetch): DeskLine {
  let proof: string | null | undefined;
  let done = 0;

  async function request(path: string, init: RequestInit): Promise<DeskAnswer> {
    try {
      const response = await fetch(deskAddress(deskUrl, path), {
        ...init,
        headers: {
          ...init.headers,
          [IDEMPOTENCY_HEADER]: `"${id}"`,
          ...(proof ? { [PROOF_HEADER]: proof } : {}),
        },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      const body: unknown = await response.json().catch((cause: unknown) => {
        // Not JSON is an answer; an answer that broke off is none.
        if (cause instanceof SyntaxError) return null;
        throw cause;
      });
      const { status, ok } = response;
      const wait = retryAfter(response.headers.get('Retry-After'));
      return { status, ok, body, error: asIntakeError(body), wait };
    } catch (cause) {
      throw new Later('offline', String(cause));
    }
  }

  async function prove(): Promise<void> {
    done += 1;
    if (done > MOST_PROOFS) throw new Later('busy', 'the desk takes no proof');
    const answer = await request(`${CHALLENGE_PATH}?inquiry=${id}`, { method: 'GET' });
    const asked = asChallengeAnswer(answer.body);
    // A desk of an earlier version asks for none.
    if (answer.status === 404) proof = null;
    else if (answer.ok && asked) proof = asked.challenge && (await proofOf(asked.challenge));
    else throw unsettled(answer);
    if (asked?.challenge && !proof) throw new Later('busy', 'the proof of work took too long');
  }

  return {
    async ask(path, init) {
      if (proof === undefined) await prove();
      for (;;) {
        const answer = await request(path, init);
        if (answer.error?.code !== 'proof') return answer;
        // Too late, or from before the desk was set up anew: a fresh one settles it.
        await prove();
      }
    },
  };
}

/** What an answer is that settles nothing. */
export function unsettled({ status, error, wait }: DeskAnswer): Later {
  const reason = [409, 429, 503].includes(status) ? 'busy' : 'desk';
  return new Later(reason, error?.code ?? String(status), wait);
}
