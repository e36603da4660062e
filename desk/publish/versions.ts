import { readFile } from 'node:fs/promises';
import { replace } from './directory.ts';

/** `versions.json` beside the keys: the last version that each key has signed (clause 8.4). */
export type Versions = Record<string, number>;

export async function readVersions(file: string): Promise<Versions> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value as Versions).filter(
        ([, version]) => Number.isSafeInteger(version) && version >= 0,
      ),
    );
  } catch {
    return {};
  }
}

/** Only ever upwards. */
export async function raiseVersion(file: string, key: string, version: number): Promise<void> {
  const versions = await readVersions(file);
  if ((versions[key] ?? -1) >= version) return;
  await replace(file, `${JSON.stringify({ ...versions, [key]: version }, null, 2)}\n`);
}
