/** Results in the order of the jobs, while no more than `abreast` are at work: what waits is bounded too. */
export async function* inOrder<Job, Result>(
  jobs: Iterable<Job>,
  work: (job: Job) => Promise<Result> | Result,
  abreast: number,
): AsyncGenerator<Result> {
  const waiting: Promise<Result>[] = [];
  for (const job of jobs) {
    const result = Promise.resolve(work(job));
    // It is told when its turn comes; until then it must not end the process.
    result.catch(() => undefined);
    waiting.push(result);
    if (waiting.length >= abreast) yield await waiting.shift()!;
  }
  for (const result of waiting) yield await result;
}
