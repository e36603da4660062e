import { parentPort } from 'node:worker_threads';
import { type Port, serveSearch } from '../../../shared/search/index.ts';

/** The engine off the main thread, as a page would have it. */
serveSearch(parentPort as unknown as Port);
