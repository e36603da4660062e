// What every thread of `openPool` starts with: Node 20 reads TypeScript in a thread only when it is told so there, and no
// Node reads JSX.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
