import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type Prepared, prepare } from './support/prepare.ts';

declare module 'vitest' {
  export interface ProvidedContext extends Prepared {}
}

/** Made once for all browser tests, taken away after the last. */
export default async function setup(project: TestProject) {
  const { home, extension, deskPort } = await prepare();
  project.provide('home', home);
  project.provide('extension', extension);
  project.provide('deskPort', deskPort);
  return () => rm(home, { recursive: true, force: true });
}
