import { BundleError, type BundleErrorCode } from './errors.ts';

/**
 * The body of a response, read no further than `most` bytes (clauses 2.1 and 5.4): a host that sends more than was
 * signed fills neither memory nor line. Counts what was unpacked, not what travelled.
 * @throws BundleError `code` when there is more
 */
export async function readBody(
  response: Response,
  most: number,
  code: BundleErrorCode,
  where: string,
): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw new BundleError(code, where, `more than ${most} bytes`);
    }
    chunks.push(value);
  }
  const only = chunks[0];
  if (chunks.length === 1 && only) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
