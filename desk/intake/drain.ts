/**
 * Reads the rest of a body that is refused and drops it, up to `most` bytes. A sender that is answered and cut off in
 * the middle of its upload often sees a broken connection instead of the answer, and would try again for ever.
 */
export async function drain(body: ReadableStream<Uint8Array> | null, most: number): Promise<void> {
  if (!body || body.locked) return;
  let dropped = 0;
  for await (const chunk of body) {
    dropped += chunk.byteLength;
    if (dropped > most) return;
  }
}
