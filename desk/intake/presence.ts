import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

const deskFile = (dataDir: string) => path.join(dataDir, 'desk.json');

const schema = v.object({ url: v.string(), token: v.string(), pid: v.number() });
/** How the command line reaches the desk that has the store open. */
export type DeskPresence = v.InferOutput<typeof schema>;

/**
 * Says in `<dataDir>/desk.json` (readable by the owner only) that a desk serves this store.
 * Returns the withdrawal.
 * @param url an address of this machine, such as `http://127.0.0.1:4810`
 */
export async function announceDesk(
  dataDir: string,
  { url, token }: { url: string; token: string },
): Promise<() => Promise<void>> {
  const presence: DeskPresence = { url, token, pid: process.pid };
  const file = deskFile(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Written aside and renamed: a reader never sees a half, and the mode is right from the first byte.
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, JSON.stringify(presence), { mode: 0o600 });
  await rename(aside, file);
  return async () => {
    if ((await readPresence(dataDir))?.token === token) await rm(file, { force: true });
  };
}

/** What the last desk said; it may have been killed since. `null` when there is nothing. */
export async function readPresence(dataDir: string): Promise<DeskPresence | null> {
  try {
    return v.parse(schema, JSON.parse(await readFile(deskFile(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
