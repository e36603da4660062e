import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import type { ClientArguments } from './client-process.ts';

/** As the client says it. */
const DIED_IN_FETCH = 75;
const SCRIPT = fileURLToPath(new URL('./client-process.ts', import.meta.url));

/** One client that is started again whenever it is killed, until everything of it has been received. */
export function runClient(given: ClientArguments, received: () => void) {
  let child: ChildProcess;
  let kills = 0;
  let killed = false;
  let refused: string | null = null;

  async function live(): Promise<boolean> {
    killed = false;
    child = startChild(SCRIPT, given);
    let done = false;
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line === 'received') received();
      else if (line === 'done') done = true;
      else refused ??= line;
      // Such an inquiry would wait for the person for ever.
      if (line.startsWith('refused')) child.kill('SIGKILL');
    });
    const [code] = await once(child, 'close');
    if (refused) throw new Error(`client ${given.client}: ${refused}`);
    if (code === DIED_IN_FETCH) kills += 1;
    else if (!done && !killed) throw new Error(`client ${given.client} ended with ${code}`);
    return done;
  }

  const finished = (async () => {
    while (!(await live()));
  })();
  return {
    finished,
    kills: () => kills,
    /** `kill -9`; it starts again by itself. False when there was nothing to kill. */
    kill(): boolean {
      if (child.exitCode !== null || child.signalCode !== null) return false;
      kills += 1;
      killed = true;
      return child.kill('SIGKILL');
    },
  };
}
