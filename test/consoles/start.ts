import type { ConsoleOptions, RunningConsole } from './common/listen.ts';
import { listen } from './common/listen.ts';
import { openStore } from './common/store.ts';
import { hiworksApp } from './hiworks/app.ts';
import { freshHiworks, type HiworksState } from './hiworks/state.ts';
import { terraceApp } from './terrace/app.ts';
import { freshTerrace, type TerraceState } from './terrace/state.ts';

export type { HiworksState, TerraceState };

/** `delay`: how long the list of exception users takes to come, in ms; 600 when not given. */
export async function startHiworks(options: ConsoleOptions = {}): Promise<RunningConsole<HiworksState>> {
  const store = openStore(freshHiworks(), options.file);
  const served = await listen(hiworksApp(store, options.delay ?? 600), options.port ?? 0);
  return { ...served, state: () => structuredClone(store.get()) };
}

/** `delay`: how long every page of the console takes to come, in ms; 0 when not given. */
export async function startTerrace(options: ConsoleOptions = {}): Promise<RunningConsole<TerraceState>> {
  const store = openStore(freshTerrace(), options.file);
  const served = await listen(terraceApp(store, options.delay ?? 0), options.port ?? 0);
  return { ...served, state: () => structuredClone(store.get()) };
}
