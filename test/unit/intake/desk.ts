import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { type IntakeParts, intakeRoutes, type OnRemoved, openIntake } from '../../../desk/intake/index.ts';
import { IDEMPOTENCY_HEADER, INTAKE_PATH, type Inquiry, inquiryBody } from '../../../shared/inquiry/index.ts';
import { CONSENT, LIMITS, receiptKeys } from '../inquiry/samples.ts';

export async function tempDir(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'giljabi-intake-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** A real desk on a free port, with its store in a temporary folder. */
export async function startDesk(over: Partial<IntakeParts & { onRemoved: OnRemoved }> = {}) {
  const home = await tempDir();
  const keys = await receiptKeys();
  const events: { event: string; data: Record<string, string | number> }[] = [];
  const intake = await openIntake({
    dataDir: home.dir,
    receiptKey: keys.privateKey,
    settings: { limits: LIMITS, consent: CONSENT },
    allowedOrigins: ['https://help.example'],
    log: (event, data = {}) => events.push({ event, data }),
    rate: 10_000,
    proof: false,
    ...over,
  });
  const server = serve({ fetch: intake.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await intake.announce(url);
  return {
    url,
    keys,
    events,
    store: intake.store,
    dataDir: home.dir,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await intake.close();
      await home.remove();
    },
  };
}

/** Another desk on the same store, with other settings: quicker than a store of its own. */
export async function secondDesk(
  desk: Awaited<ReturnType<typeof startDesk>>,
  over: Partial<IntakeParts> = {},
) {
  const app = intakeRoutes({
    store: desk.store,
    receiptKey: desk.keys.privateKey,
    settings: { limits: LIMITS, consent: CONSENT },
    allowedOrigins: [],
    log: () => {},
    rate: 10_000,
    proof: false,
    ...over,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Posts as a form does; `headers` are added, `null` leaves one out. */
export function post(
  url: string,
  inquiry: unknown,
  files: Blob[] = [],
  headers: Record<string, string | null> = {},
): Promise<Response> {
  const { id } = inquiry as Inquiry;
  const all = Object.entries({ [IDEMPOTENCY_HEADER]: `"${id}"`, ...headers });
  return fetch(url + INTAKE_PATH, {
    method: 'POST',
    headers: all.filter((entry): entry is [string, string] => entry[1] !== null),
    body: inquiryBody(inquiry as Inquiry, files),
  });
}

/** The status and code of a refusal, as one text to compare. */
export async function refusal(response: Response): Promise<string> {
  const body = (await response.json()) as { error?: { code: string; field?: string } };
  return `${response.status} ${body.error?.code}${body.error?.field ? ` ${body.error.field}` : ''}`;
}
