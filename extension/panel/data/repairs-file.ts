import { extensionVersion } from '../../platform/about.ts';
import type { Repair } from '../../platform/messages.ts';

/** Saves what `giljabi repairs` reads, through the browser's own downloads. */
export function saveRepairs(repairs: readonly Repair[]): void {
  const made = new Date().toISOString();
  const file = { format: 'giljabi-repairs', version: 1, made, extension: extensionVersion(), repairs };
  const blob = new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `giljabi-repairs-${made.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
