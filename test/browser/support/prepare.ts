import { execFile } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './ports.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');

export interface Prepared {
  /** GILJABI_HOME: keys, bundle, lounge, widget, store. */
  home: string;
  /** Folder of the unpacked extension. */
  extension: string;
  deskPort: number;
}

/** Everything a browser needs, made the way a person would make it, in a folder of its own. */
export async function prepare(browser: 'chrome' | 'firefox' = 'chrome'): Promise<Prepared> {
  await mkdir(path.join(root, '.giljabi'), { recursive: true });
  const home = await mkdtemp(path.join(root, '.giljabi', 'test-'));
  const deskPort = await freePort();
  const desk = `http://127.0.0.1:${deskPort}`;
  const env = {
    ...process.env,
    GILJABI_HOME: home,
    GILJABI_DESK_URL: desk,
    GILJABI_BUNDLE_URL: `${desk}/bundle/`,
    GILJABI_PRACTICE: '1',
    GILJABI_OUT: path.join(home, 'extension'),
  };
  const npm = (...args: string[]) =>
    run('npm', ['run', '-s', ...args], { cwd: root, env, maxBuffer: 1 << 24 });
  await npm('giljabi', '--', 'keys', 'new');
  await npm('build:widget');
  await npm('giljabi', '--', 'publish');
  await npm(browser === 'chrome' ? 'build:extension' : 'build:firefox');
  return { home, extension: path.join(home, 'extension', `${browser}-mv3`), deskPort };
}
