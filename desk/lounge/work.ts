// A thread of `writeLounge`: makes pages of articles.
import { workerData } from 'node:worker_threads';
import { serveJobs } from '../publish/serve-jobs.ts';
import type { Stock } from './site.ts';
import { type ArticleJob, articleWriter } from './write-articles.ts';

export interface Setting {
  out: string;
  stocks: Stock[];
}

const { out, stocks } = workerData as Setting;
serveJobs<ArticleJob[], string[]>(articleWriter(out, stocks));
