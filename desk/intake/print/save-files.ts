import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileExtension } from '../../../shared/inquiry/index.ts';
import type { Inbox, StoredInquiry } from '../store/index.ts';

const NAME_BYTES = 180;

/**
 * A name that stays in its folder on every system, starts with the place in the inquiry and so never meets
 * another. macOS sends decomposed Hangul; it is composed again.
 */
export function safeFileName(position: number, name: string): string {
  const plain = name.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '_');
  const end = fileExtension(plain) ? `.${fileExtension(plain).slice(0, 20)}` : '';
  let stem = end ? plain.slice(0, plain.lastIndexOf('.')) : plain;
  while (Buffer.byteLength(stem) > NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return `${position + 1}-${stem}${end}`.replace(/[. ]+$/, '');
}

/** Writes the attachments into `dir`, readable by the owner only. Returns the paths, in order. */
export async function saveFiles(inbox: Inbox, { inquiry }: StoredInquiry, dir: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [position, file] of inquiry.files.entries()) {
    const bytes = await inbox.file(inquiry.id, position);
    if (!bytes) throw new Error(`attachment ${position + 1} of ${inquiry.id} is not in the store`);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const target = path.join(dir, safeFileName(position, file.name));
    await writeFile(target, bytes, { mode: 0o600 });
    paths.push(target);
  }
  return paths;
}
