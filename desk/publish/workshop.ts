import { availableParallelism } from 'node:os';
import { compileGroup, type Group, type MakeJob } from './compile-group.ts';
import { countManuals } from './content.ts';
import type { Job, Made, Result, Setting } from './made.ts';
import { openPool } from './pool.ts';
import { type Heads, type ManualReader, readHere } from './read-manuals.ts';
import type { Stage } from './stage.ts';
import type { Staged } from './stage-group.ts';

/** Fewer texts than this are made sooner than a thread has started. */
const MANY = 400;

/** Where texts are read and compiled: in this thread, or in others. */
export interface Workshop extends ManualReader {
  /** @param tryOut whether search indexes are wanted back */
  make(job: MakeJob, tryOut: boolean): Promise<Made>;
  close(): Promise<void>;
}

/** @param each is given every group, and says what it staged of it, if anything */
export const workHere = (dir: string, each: (group: Group) => Promise<Staged> | null): Workshop => ({
  ...readHere(dir),
  async make(job) {
    const group = compileGroup(dir, job);
    const { problems, summaries, search } = group;
    const staged = (await each(group)) ?? { parts: [], shelved: [] };
    return { problems, summaries, indexes: [...search.values()], ...staged };
  },
  async close() {},
});

export interface Beside {
  dir: string;
  /** Of files; null where nothing is kept of what is made. */
  stage: Stage | null;
  /** Folder of `openCache`. */
  cache?: string | undefined;
  /** One for each processor where there are many texts, unless told. */
  threads?: number | undefined;
}

/**
 * `here`, or for many texts threads beside this one, which stage what they make and pass over what has not changed since.
 * What has no shelf is made here all the same: its texts are needed for the catalogue.
 */
export async function openWorkshop(
  here: Workshop,
  { dir, stage, cache, threads }: Beside,
): Promise<Workshop> {
  const count = threads ?? ((await countManuals(dir)) < MANY ? 0 : availableParallelism());
  if (count === 0 || stage?.dir === null) return here;
  const setting: Setting = { dir, stage: stage?.dir ?? null, cache: cache ?? null };
  const pool = openPool<Job, Result>(new URL('./work.ts', import.meta.url), count, setting);
  return {
    // One more for each, so that nobody waits for the slowest.
    abreast: count * 2,
    read: async (read) => (await pool.run({ read })) as Heads,
    async make(make, tryOut) {
      if (!make.shelf) return here.make(make, tryOut);
      const { fresh, ...made } = (await pool.run({ make, tryOut })) as Made & { fresh: string[] };
      stage?.adopt(fresh);
      return made;
    },
    close: () => pool.close(),
  };
}
