import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The token that lets support's own browser write targets: made once, readable by its owner only. */
export async function authorToken(home: string): Promise<string> {
  const file = path.join(home, 'author-token');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^[\w-]{32}$/.test(known.trim())) return known.trim();
  const token = randomBytes(24).toString('base64url');
  await mkdir(home, { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return token;
}
