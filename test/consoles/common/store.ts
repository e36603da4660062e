import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Saved settings of one console: read freely, written only through `change`. */
export interface Store<State> {
  get(): Readonly<State>;
  change(edit: (state: State) => void): void;
}

/**
 * Opens the settings kept in `file` (JSON), or fresh ones when there is no such file or no file was named.
 * Throws an Error that names the file when it holds something else than settings of this console.
 */
export function openStore<State extends object>(initial: State, file?: string): Store<State> {
  let state = file && existsSync(file) ? readSaved(initial, file) : structuredClone(initial);
  return {
    get: () => state,
    change(edit) {
      const next = structuredClone(state);
      edit(next);
      if (file) write(file, next);
      state = next;
    },
  };
}

function readSaved<State extends object>(initial: State, file: string): State {
  const mend = `${file}: not the saved settings of this console; delete the file to start afresh`;
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(mend, { cause });
  }
  const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  const fits = (key: string) =>
    kindOf((saved as Record<string, unknown>)[key]) === kindOf((initial as Record<string, unknown>)[key]);
  if (kindOf(saved) !== 'object' || saved === null || !Object.keys(initial).every(fits))
    throw new Error(mend);
  return saved as State;
}

/** Writes beside the file and renames, so that a kill in between leaves the old settings whole. */
function write(file: string, state: object): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(beside, file);
}
