import { type ChildProcess, spawn } from 'node:child_process';

/** Node runs TypeScript by itself from version 22.18 on, and starts sooner that way. */
const LOADER = process.features.typescript ? [] : ['--import', 'tsx'];

/** A script of this bench as a process of its own, with `given` as its argument. It ends with this one. */
export function startChild(script: string, given: unknown): ChildProcess {
  return spawn(process.execPath, [...LOADER, script, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Its argument. The process ends when the one that started it does, however that ends. */
export function childArgument<T>(): T {
  process.stdin.once('end', () => process.exit(1)).resume();
  process.stdin.once('error', () => process.exit(1));
  return JSON.parse(process.argv[2]!) as T;
}
