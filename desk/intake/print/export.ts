import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Inbox, InquirySummary, StoredInquiry } from '../store/index.ts';
import { csvHead, csvRow } from './csv.ts';
import { saveFiles } from './save-files.ts';

export type ExportFormat = 'json' | 'csv';

/** Which inquiries: all, or the one of that number or id. */
export type ExportChoice = { key: string } | 'all';

/** The inquiries, newest first, one at a time. */
async function* chosen(inbox: Inbox, choice: ExportChoice): AsyncGenerator<StoredInquiry> {
  if (choice !== 'all') {
    const stored = await inbox.find(choice.key);
    if (stored) yield stored;
    return;
  }
  let before: InquirySummary | undefined;
  for (;;) {
    const page = await inbox.list({ limit: 100, ...(before ? { before } : {}) });
    for (const { id } of page) {
      const stored = await inbox.find(id);
      if (stored) yield stored; // gone when its time ran out between the two
    }
    before = page.at(-1);
    if (!before) return;
  }
}

/** The export as text, piece by piece. `each` sees every inquiry before its text and may add to it. */
export async function* exportText(
  inbox: Inbox,
  format: ExportFormat,
  choice: ExportChoice = 'all',
  each: (stored: StoredInquiry) => Promise<object> = async () => ({}),
): AsyncGenerator<string> {
  let first = true;
  if (format === 'csv') yield csvHead;
  for await (const stored of chosen(inbox, choice)) {
    const more = await each(stored);
    if (format === 'csv') yield csvRow(stored);
    else yield (first ? '[\n' : ',\n') + JSON.stringify({ ...stored, ...more }, null, 2);
    first = false;
  }
  if (format === 'json') yield first ? '[]\n' : '\n]\n';
}

/**
 * Writes `inquiries.json` or `.csv` into `dir`, and attachments to `files/<number>/`. In JSON, `saved` holds
 * their paths from `dir`. Returns the path of the list and how many inquiries it has.
 */
export async function exportTo(
  inbox: Inbox,
  format: ExportFormat,
  dir: string,
  choice: ExportChoice = 'all',
) {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const target = path.join(dir, `inquiries.${format}`);
  const list = await open(target, 'w', 0o600);
  let count = 0;
  try {
    const each = async (stored: StoredInquiry) => {
      count += 1;
      const saved = await saveFiles(inbox, stored, path.join(dir, 'files', stored.number));
      return { saved: saved.map((file) => path.relative(dir, file).replaceAll(path.sep, '/')) };
    };
    for await (const text of exportText(inbox, format, choice, each)) await list.write(text);
  } finally {
    await list.close();
  }
  return { target, count };
}
