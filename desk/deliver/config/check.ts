import type { Adapter } from '../adapter.ts';
import { makeAdapters } from './adapters.ts';
import type { Env } from './read-config.ts';
import type { DeskConfig } from './schema.ts';

export interface Checked {
  name: string;
  /** What to mend; `null` when it could be delivered to. */
  error: string | null;
}

/** Asks every target whether it would take something, without giving it anything. */
export async function checkTargets(config: DeskConfig, env: Env): Promise<Checked[]> {
  const { mail, targets } = makeAdapters(config, env, async () => '');
  return Promise.all([...(mail ? [mail] : []), ...targets].map(checkOne));
}

async function checkOne({ name, check }: Adapter): Promise<Checked> {
  try {
    await check(AbortSignal.timeout(30_000));
    return { name, error: null };
  } catch (cause) {
    return { name, error: (cause as Error).message };
  }
}
