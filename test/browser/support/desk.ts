import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

export interface DeskProcess {
  url: string;
  /** Asks it to stop (or, with SIGKILL, does not ask) and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The real desk in a process of its own, on the run's folder. */
export async function startDesk(home: string, port: number, args: string[] = []): Promise<DeskProcess> {
  const child: ChildProcess = spawn(
    path.join(root, 'node_modules/.bin/node'),
    ['--import', 'tsx', 'desk/cli.ts', 'serve', '--port', String(port), ...args],
    { cwd: root, env: { ...process.env, GILJABI_HOME: home, LANG: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the desk stopped: ${said}`);
    if (said.includes('the desk is open')) return { url, stop: (signal = 'SIGTERM') => stop(child, signal) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child, 'SIGKILL');
  throw new Error(`the desk did not open: ${said}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
