import { type Context, Hono } from 'hono';
import {
  FILES_PATH,
  IDEMPOTENCY_HEADER,
  LENGTH_HEADER,
  OFFSET_HEADER,
  PIECE_BYTES,
  PROOF_HEADER,
} from '../../shared/inquiry/index.ts';
import { type Guard, openSlots } from './guard.ts';
import { type IntakeCode, intakeError, langOf, Refusal } from './messages.ts';
import type { ProofGate } from './proof.ts';
import { idOf } from './read-inquiry.ts';
import type { IntakeParts, IntakeSettings } from './settings.ts';
import type { UploadRefusal, UploadState } from './store/uploads.ts';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** An unfinished upload can be gone on with for so long. */
const LIFE = 24 * 60 * 60_000;
const PENDING_BYTES = 2 * 1024 ** 3;
/** Pieces in memory at once, of 512 KiB each. */
const AT_ONCE = 64;

const WHY: Record<UploadRefusal, IntakeCode> = {
  length: 'file-size',
  files: 'too-many-files',
  total: 'files-too-large',
  full: 'busy',
};

/**
 * `GET` (and `HEAD`) and `PUT /api/files/<sha256>`: files of an inquiry go up before it, in requests of any length,
 * and go on where they were cut off. They belong to the inquiry of the Idempotency-Key: nobody else can ask for them.
 */
export function uploadRoutes(
  parts: IntakeParts & { settings: () => IntakeSettings },
  guard: Guard,
  proof: ProofGate,
): Hono {
  const { store, now = Date.now, pendingBytes = PENDING_BYTES } = parts;
  const app = new Hono();
  const path = `${FILES_PATH}/:hash{[0-9a-f]{64}}`;
  const slots = openSlots(AT_ONCE);

  app.get(path, async (c) => {
    guard.origin(c);
    guard.count(c, 'files');
    const state = await store.uploads.state(owner(c), c.req.param('hash'));
    if (!state) throw new Refusal('upload-unknown');
    return answer(c, state);
  });

  app.put(path, async (c) => {
    guard.origin(c);
    guard.count(c, 'files');
    const inquiry = owner(c);
    const hash = c.req.param('hash');
    const offset = bytesIn(c, OFFSET_HEADER);
    const length = bytesIn(c, LENGTH_HEADER);
    await proof.check(c.req.header(PROOF_HEADER), inquiry);
    const { limits } = parts.settings();
    if (length > limits.fileBytes) throw new Refusal('file-too-large', 'files', `limit: ${limits.fileBytes}`);
    return slots.hold(1, async () => {
      const begun = await store.uploads.begin({
        ...{ inquiry, hash, length, expires: new Date(now() + LIFE) },
        bounds: { files: limits.files, totalBytes: limits.totalBytes, pendingBytes },
      });
      if (typeof begun === 'string') throw new Refusal(WHY[begun], begun === 'full' ? undefined : 'files');
      if (begun.complete) return answer(c, begun);
      if (begun.received !== offset) return elsewhere(c, begun);
      const kept = await take(c, inquiry, hash, begun);
      const state = await store.uploads.state(inquiry, hash);
      if (!state || !kept) return elsewhere(c, state ?? { received: 0, length, complete: false });
      if (state.received < length || state.complete) return answer(c, state);
      if (!(await store.uploads.finish(inquiry, hash))) throw new Refusal('file-hash', 'files');
      return answer(c, { ...state, complete: true });
    });
  });

  /** Stores the body piece by piece; what came before a cut stays. False when another request was in between. */
  async function take(c: Context, inquiry: string, hash: string, at: UploadState): Promise<boolean> {
    const piece = new Uint8Array(Math.min(PIECE_BYTES, at.length - at.received));
    let offset = at.received;
    let filled = 0;
    const flush = async () => {
      if (filled === 0) return true;
      const expires = new Date(now() + LIFE);
      const kept = await store.uploads.append({
        inquiry,
        hash,
        offset,
        bytes: piece.slice(0, filled),
        expires,
      });
      offset += filled;
      filled = 0;
      return kept;
    };
    try {
      // Not cancelled when it is refused: the rest is read and dropped, so that the sender sees the answer.
      for await (let chunk of c.req.raw.body?.values({ preventCancel: true }) ?? []) {
        guard.count(c, 'bytes', chunk.byteLength);
        // Counted while it is read: what a header says of the length proves nothing.
        if (offset + filled + chunk.byteLength > at.length) throw new Refusal('file-too-large', 'files');
        while (chunk.byteLength > 0) {
          const part = chunk.subarray(0, piece.length - filled);
          piece.set(part, filled);
          filled += part.byteLength;
          chunk = chunk.subarray(part.byteLength);
          if (filled === piece.length && !(await flush())) return false;
        }
      }
    } catch (error) {
      // TCP brings bytes in order, so what has come is good for the next attempt.
      if (!(error instanceof Refusal)) await flush();
      throw error;
    }
    return flush();
  }

  function elsewhere(c: Context, state: UploadState): Response {
    const error = intakeError(new Refusal('upload-offset'), langOf(c.req.header('Accept-Language')));
    return answer(c, state, { error }, 409);
  }

  function answer(c: Context, state: UploadState, more: object = {}, status: 200 | 409 = 200): Response {
    const headers = { [OFFSET_HEADER]: String(state.received), [LENGTH_HEADER]: String(state.length) };
    return c.json({ ...state, ...more }, status, headers);
  }

  return app;
}

function owner(c: Context): string {
  const key = idOf(c.req.header(IDEMPOTENCY_HEADER));
  if (!UUID4.test(key)) throw new Refusal('key-missing', undefined, 'UUID v4');
  return key;
}

function bytesIn(c: Context, header: string): number {
  const text = c.req.header(header) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new Refusal('upload-headers');
  return Number(text);
}
