import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A token in a file of the desk's home: made once, readable by its owner only. */
export async function secretFile(home: string, name: string): Promise<string> {
  const file = path.join(home, name);
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^[\w-]{32}$/.test(known)) return known;
  const token = randomBytes(24).toString('base64url');
  await mkdir(home, { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return token;
}
