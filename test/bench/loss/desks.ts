import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import type { DeskArguments } from './desk-process.ts';

const SCRIPT = fileURLToPath(new URL('./desk-process.ts', import.meta.url));

/** One desk that is started again whenever it is killed. */
export function openDesk(given: DeskArguments) {
  let child: ChildProcess;
  let port: number | null = null;
  let kills = 0;

  async function start(): Promise<void> {
    child = startChild(SCRIPT, given);
    const own = child;
    port = await new Promise<number>((resolve, reject) => {
      own.stdout!.once('data', (data) => resolve(Number(String(data))));
      own.once('exit', (code, signal) => reject(new Error(`the desk ended: ${code ?? signal}`)));
    });
    own.once('exit', () => {
      if (child === own) port = null;
    });
  }

  return {
    start,
    /** Where it listens; `null` while it does not. */
    port: () => port,
    kills: () => kills,
    /** `kill -9` and a new start. Resolves when it listens again. */
    async kill(): Promise<void> {
      kills += 1;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      port = null;
      await start();
    },
    /** @throws Error when it had ended by itself */
    async stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`a desk ended by itself: ${child.exitCode ?? child.signalCode}`);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
export type Desk = ReturnType<typeof openDesk>;
