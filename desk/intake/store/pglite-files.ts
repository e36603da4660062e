import fs from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** PGlite starts with fsync off (-F), and its fdatasync does nothing: of its ways to sync, this one can be made true. */
export const DURABLE = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
];

interface Emscripten {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

/**
 * The folder of a PGlite whose commits are on the disk when they are said to be. PGlite by itself leaves them with the
 * system: that survives the death of the process, not of the machine.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...given);
    const preRun = made.emscriptenOpts.preRun as ((module: unknown) => void)[];
    preRun.push((module) => {
      (module as Emscripten).NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) fs.fdatasyncSync(nfd);
        return 0;
      };
    });
    return made;
  }
}

/** Puts all that is below a folder on the disk, names and bytes: what made it did not wait for that. */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) await syncFolder(inside);
      else if (entry.isFile()) await sync(inside);
    }),
  );
  await sync(folder);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
