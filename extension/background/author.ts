import { nthOfKey, stepKey } from '../../shared/guide/index.ts';
import { item } from '../platform/local.ts';
import { type AuthorDesk, type AuthorSaved, CallError } from '../platform/messages.ts';
import { inject, tell } from '../platform/tabs.ts';
import { here } from './consoles.ts';
import { putOverlay } from './overlay.ts';
import { currentWalk } from './walks.ts';

/** Support's own desk, entered in the settings; null for everybody else. */
export const authorDesk = item<AuthorDesk | null>('local', 'author', null);
/** What support has chosen to record, and where: a page may save that and nothing else. */
const picking = item<{ tab: number; console: string; guide: string; step: string } | null>(
  'session',
  'picking',
  null,
);

/** Puts the page in front into picking. False when it does not show the walkthrough's console. */
export async function pick({ console, step }: { console: string; step: string }): Promise<boolean> {
  const { tab, console: shown } = await here();
  const active = await currentWalk(console);
  if (tab === null || shown !== console || !active || !(await authorDesk.get())) return false;
  await picking.set({ tab, console, guide: active.guide.id, step });
  if (!(await putOverlay(tab, active)) || !(await inject(tab, '/author.js'))) return false;
  await tell({ notice: 'author', step }, [tab]);
  return true;
}

/**
 * Hands a recorded target to the desk, which writes it beside the manual.
 * @throws CallError `not-picking`, `unreachable`, or the desk's own code
 */
export async function askDesk(
  tab: number,
  { step: id, fingerprint }: { step: string; fingerprint: string },
): Promise<AuthorSaved> {
  const asked = await picking.get();
  const desk = await authorDesk.get();
  const active = asked && (await currentWalk(asked.console));
  const step = active?.guide.steps.find((each) => each.id === id);
  if (!desk || !step || asked?.tab !== tab || asked.step !== id || asked.guide !== active?.guide.id)
    throw new CallError('not-picking', id);
  const body = {
    guide: active.guide.id,
    step: stepKey(step),
    nth: nthOfKey(active.guide.steps, step),
    recorded: JSON.parse(fingerprint) as unknown,
  };
  const answer = await fetch(new URL('api/author/targets', desk.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${desk.token}` },
    body: JSON.stringify(body),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  }).catch((cause: unknown) => {
    throw new CallError('unreachable', String(cause));
  });
  const said = (await answer.json().catch(() => null)) as (Partial<AuthorSaved> & { error?: string }) | null;
  if (!answer.ok || !said?.file || !said.did)
    throw new CallError(said?.error ?? (answer.status === 404 ? 'no-author-desk' : 'unexpected'), desk.url);
  await picking.set(null);
  return { file: said.file, did: said.did };
}
