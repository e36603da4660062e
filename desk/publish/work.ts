// A thread of `openWorkshop`: reads and compiles, stages, and remembers what it made.
import { workerData } from 'node:worker_threads';
import { compileGroup } from './compile-group.ts';
import type { Job, Made, Result, Setting } from './made.ts';
import type { Given } from './pool.ts';
import { readManuals } from './read-manuals.ts';
import { serveJobs } from './serve-jobs.ts';
import { keyOf, openCache } from './shelf-cache.ts';
import { folderStage } from './stage.ts';
import { stageGroup } from './stage-group.ts';

const { dir, ...folders } = (workerData as Given<Setting>).data;
const stage = folders.stage === null ? null : folderStage(folders.stage);
const cache = folders.cache === null || !stage ? null : openCache(folders.cache, stage);

serveJobs<Job, Result>(async (job) => {
  if ('read' in job) return readManuals(dir, job.read);
  const { make, tryOut } = job;
  const name = make.shelf?.name;
  const key = cache && name ? keyOf(dir, make) : null;
  const known = key && name && cache ? await cache.get(name, key, tryOut) : null;
  if (known) return { ...known, fresh: [] };
  const group = compileGroup(dir, make);
  const staged = stage ? await stageGroup(stage, group) : { parts: [], shelved: [] };
  const { problems, summaries } = group;
  const made: Made = { problems, summaries, indexes: [], ...staged };
  if (key && name) cache?.put(name, key, made);
  const indexes = tryOut ? [...group.search.values()] : [];
  return { ...made, indexes, fresh: stage?.fresh() ?? [] };
});
