import { Worker } from 'node:worker_threads';

export interface Pool<Job, Result> {
  /** Given to the first worker that is free. @throws what the worker threw, or Error when it died */
  run(job: Job): Promise<Result>;
  close(): Promise<void>;
}

/** What goes back from a worker: see `serveJobs`. */
export type Answer<Result> = { result: Result } | { failed: Failure };
interface Failure {
  message: string;
  code?: string | undefined;
  path?: string | undefined;
  syscall?: string | undefined;
}

interface Waiting<Job, Result> {
  job: Job;
  resolve(result: Result): void;
  reject(cause: Error): void;
}

/** Most memory of a worker's texts, MB: some twenty times what its largest group of texts was seen to need. */
const MOST_MB = 512;

/** What a thread is given: the module that does its work, and what that one needs to know. */
export interface Given<Data = unknown> {
  entry: string;
  data: Data;
}
const START = new URL('./thread.mjs', import.meta.url);

/** So many threads of this process that each do one job at a time. */
export function openPool<Job, Result>(entry: URL, count: number, data: unknown): Pool<Job, Result> {
  const queue: Waiting<Job, Result>[] = [];
  const busy = new Map<Worker, Waiting<Job, Result>>();
  const free: Worker[] = [];
  let broken: Error | null = null;
  const next = (worker: Worker) => {
    const waiting = queue.shift();
    if (!waiting) return void free.push(worker);
    busy.set(worker, waiting);
    worker.postMessage(waiting.job);
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(START, {
      workerData: { entry: entry.href, data } satisfies Given,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    });
    worker.on('message', (answer: Answer<Result>) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(Object.assign(new Error(answer.failed.message), answer.failed));
      next(worker);
    });
    worker.on('error', (cause) => {
      broken = cause instanceof Error ? cause : new Error(String(cause));
      for (const { reject } of [...busy.values(), ...queue.splice(0)]) reject(broken);
      busy.clear();
    });
    next(worker);
    return worker;
  });
  return {
    run: (job) =>
      new Promise<Result>((resolve, reject) => {
        if (broken) return reject(broken);
        queue.push({ job, resolve, reject });
        const worker = free.shift();
        if (worker) next(worker);
      }),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
