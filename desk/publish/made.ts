import type { MakeJob } from './compile-group.ts';
import type { ContentProblem } from './problem.ts';
import type { Heads, ReadJob } from './read-manuals.ts';
import type { Staged } from './stage-group.ts';
import type { Summary } from './summary.ts';

/** What is known of a group once it was made; its texts are with whoever made it. */
export interface Made extends Staged {
  problems: ContentProblem[];
  summaries: Summary[];
  /** Search indexes, when they were asked for. */
  indexes: Uint8Array[];
}

/** What a thread of `work.ts` is started with, asked, and answers. */
export interface Setting {
  /** The content folder. */
  dir: string;
  /** Folder of `folderStage`. */
  stage: string | null;
  cache: string | null;
}

export type Job = { read: ReadJob } | { make: MakeJob; tryOut: boolean };
export type Result = Heads | (Made & { /** Hashes of parts that were put. */ fresh: string[] });
