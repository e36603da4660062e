// A thread of `writeLounge`: makes pages of articles.
import { workerData } from 'node:worker_threads';
import type { Given } from '../publish/pool.ts';
import { serveJobs } from '../publish/serve-jobs.ts';
import type { Stock } from './site.ts';
import { type ArticleJob, articleWriter } from './write-articles.ts';

export interface Setting {
  out: string;
  stocks: Stock[];
}

const { out, stocks } = (workerData as Given<Setting>).data;
serveJobs<ArticleJob[], string[]>(articleWriter(out, stocks));
