import { parentPort } from 'node:worker_threads';
import type { Answer } from './pool.ts';

/** The worker's side of `openPool`: answers each job with what `work` makes of it. */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result> | Result): void {
  const port = parentPort!;
  const answer = async (job: Job): Promise<Answer<Result>> => {
    try {
      return { result: await work(job) };
    } catch (cause) {
      // Errors lose all but their words on the way; files that cannot be written are known by the rest.
      const { message, code, path, syscall } = cause as NodeJS.ErrnoException;
      return { failed: { message, code, path, syscall } };
    }
  };
  port.on('message', async (job: Job) => port.postMessage(await answer(job)));
}
