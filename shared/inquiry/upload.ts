import type { DeskAnswer, DeskLine } from './desk-line.ts';
import type { FileRef } from './inquiry.ts';
import { asUploadAnswer, type UploadAnswer } from './schema.ts';
import { FILES_PATH, LENGTH_HEADER, OFFSET_HEADER, PIECE_BYTES } from './wire.ts';

/** Misunderstandings about where a file stands that one attempt puts up with: another tab may be sending it, too. */
const MOST_DETOURS = 5;

/**
 * Brings one file to the desk, going on where an earlier attempt was cut off. `null` when the desk has all of it and
 * has found the hash to be right, otherwise the answer that stopped it.
 * @param tell how many bytes have arrived
 * @throws Later
 */
export async function uploadFile(
  line: DeskLine,
  ref: Pick<FileRef, 'hash' | 'size'>,
  bytes: Blob,
  tell: (sent: number) => void,
): Promise<DeskAnswer | null> {
  const path = `${FILES_PATH}/${ref.hash}`;
  const found = await line.ask(path, { method: 'GET' });
  if (!found.ok && found.status !== 404) return found;
  let at: UploadAnswer = asUploadAnswer(found.body) ?? { received: 0, length: ref.size, complete: false };
  for (let detours = 0; !at.complete; ) {
    tell(at.received);
    const end = Math.min(at.received + PIECE_BYTES, ref.size);
    const answer = await line.ask(path, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/octet-stream',
        [OFFSET_HEADER]: String(at.received),
        [LENGTH_HEADER]: String(ref.size),
      },
      body: bytes.slice(at.received, end),
    });
    const next = asUploadAnswer(answer.body);
    if (!next || (!answer.ok && answer.status !== 409)) return answer;
    if (!answer.ok || next.received !== end) detours += 1;
    if (detours > MOST_DETOURS) return answer;
    at = next;
  }
  tell(ref.size);
  return null;
}
