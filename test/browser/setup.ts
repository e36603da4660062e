import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { freePort } from './support/ports.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** GILJABI_HOME of this run: keys, bundle, lounge, widget, store. */
    home: string;
    /** Folder of the unpacked extension. */
    extension: string;
    deskPort: number;
  }
}

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

/** Everything a browser test needs, made the way a person would make it, in a folder of its own. */
export default async function setup(project: TestProject) {
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
  await npm('build:extension');
  project.provide('home', home);
  project.provide('extension', path.join(home, 'extension', 'chrome-mv3'));
  project.provide('deskPort', deskPort);
  return () => rm(home, { recursive: true, force: true });
}
