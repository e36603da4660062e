import { sha256Hex } from './canonical.ts';
import { type DeskAnswer, type DeskLine, Later, openLine, unsettled } from './desk-line.ts';
import type { Inquiry, IntakeError, Receipt, SignedReceipt } from './inquiry.ts';
import type { LaterReason } from './outbox-entry.ts';
import { verifyReceipt } from './receipt.ts';
import { asSignedReceipt } from './schema.ts';
import { uploadFile } from './upload.ts';
import { INTAKE_PATH, inquiryBody, SMALL_BYTES, TRAP_FIELD } from './wire.ts';

/** How one attempt ended. Only `received` and `refused` settle anything. */
export type SendResult =
  | { state: 'received'; receipt: Receipt; signed: SignedReceipt }
  | { state: 'refused'; error: IntakeError }
  | { state: 'later'; reason: LaterReason; wait: number | null; detail: string };

/** How far one file of an inquiry has come, in bytes. */
export interface SendProgress {
  /** The inquiry's id. */
  id: string;
  /** Which of `inquiry.files`, from 0. */
  file: number;
  sent: number;
  total: number;
}

/** What is sent: an outbox entry, or as much of one. */
export interface Outgoing {
  inquiry: Inquiry;
  /** The bytes of `inquiry.files`, in their order. */
  files: Blob[];
  /** What was in the field that people do not see. */
  trap?: string | undefined;
}

/** The desk's way to say that this very inquiry will never be taken as it is. */
const REFUSALS = [400, 413, 415, 422];
/** Said about the bytes that arrived; they may have been hurt on their way. */
const ABOUT_BYTES = ['file-count', 'file-size', 'file-hash'];

/**
 * Sends one inquiry once: small files with it, larger ones before it and in pieces. Never throws: whatever cannot
 * be settled is `later`.
 * @param deskUrl the desk's address, without `/api`
 * @param receiptKey the desk's raw Ed25519 public key, base64
 */
export async function sendOnce(
  outgoing: Outgoing,
  deskUrl: string,
  receiptKey: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  progress: (progress: SendProgress) => void = () => {},
): Promise<SendResult> {
  const { inquiry } = outgoing;
  try {
    await readable(outgoing.files);
    const line = openLine(deskUrl, inquiry.id, (...args) => fetch(...args));
    const answer = await deliver(line, outgoing, progress);
    if (answer.ok) {
      const signed = asSignedReceipt(answer.body);
      if (!signed) throw new Later('desk', `${answer.status} without a receipt`);
      const receipt = await verifyReceipt(signed, receiptKey, inquiry).catch((cause: unknown) => {
        throw new Later('receipt', String(cause));
      });
      return { state: 'received', receipt, signed };
    }
    return await refusalOf(answer, outgoing);
  } catch (cause) {
    if (!(cause instanceof Later))
      return { state: 'later', reason: 'desk', wait: null, detail: String(cause) };
    return { state: 'later', reason: cause.reason, wait: cause.wait, detail: cause.message };
  }
}

async function deliver(
  line: DeskLine,
  { inquiry, files, trap = '' }: Outgoing,
  progress: (progress: SendProgress) => void,
): Promise<DeskAnswer> {
  const { id } = inquiry;
  const tell = (hash: string) => (sent: number) => {
    for (const [file, ref] of inquiry.files.entries())
      if (ref.hash === hash) progress({ id, file, sent, total: ref.size });
  };
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total <= SMALL_BYTES) {
    for (const { hash } of inquiry.files) tell(hash)(0);
    const answer = await line.ask(INTAKE_PATH, { method: 'POST', body: inquiryBody(inquiry, files, trap) });
    if (answer.ok) for (const { hash, size } of inquiry.files) tell(hash)(size);
    return answer;
  }
  // The inquiry goes first: the desk may have it already, or will not take it; otherwise it names what it misses.
  const body = JSON.stringify({ inquiry, ...(trap ? { [TRAP_FIELD]: trap } : {}) });
  const post = () =>
    line.ask(INTAKE_PATH, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  const answer = await post();
  const missing = answer.error?.code === 'files-missing' ? answer.error.missing : undefined;
  if (!missing) return answer;
  for (const { hash, size } of inquiry.files) if (!missing.includes(hash)) tell(hash)(size);
  for (const hash of missing) {
    const index = inquiry.files.findIndex((file) => file.hash === hash);
    if (index < 0) continue;
    const stopped = await uploadFile(line, inquiry.files[index]!, files[index]!, tell(hash));
    if (stopped) return stopped;
  }
  return post();
}

async function refusalOf(answer: DeskAnswer, { inquiry, files }: Outgoing): Promise<SendResult> {
  const { status, error } = answer;
  // A proxy before the desk has its own size limit and no words for it.
  if (status === 413 && !error)
    return { state: 'refused', error: { code: 'files-too-large', message: '413', field: 'files' } };
  if (!REFUSALS.includes(status) || !error) throw unsettled(answer);
  // The person can mend what is wrong with the file, not what went wrong on the way.
  if (ABOUT_BYTES.includes(error.code) && (await intact(inquiry, files))) throw new Later('desk', error.code);
  return { state: 'refused', error };
}

/** A blob whose bytes are gone would fail inside fetch and look like being offline. @throws Later */
async function readable(files: Blob[]): Promise<void> {
  try {
    for (const file of files) await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new Later('files', String(cause));
  }
}

async function intact(inquiry: Inquiry, files: Blob[]): Promise<boolean> {
  if (files.length !== inquiry.files.length) return false;
  for (const [index, { hash }] of inquiry.files.entries())
    if ((await sha256Hex(await files[index]!.arrayBuffer())) !== hash) return false;
  return true;
}
