import { webcrypto } from 'node:crypto';
import { watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { keyId, toBase64 } from '../../shared/bundle/index.ts';
import type { KeyPair } from '../publish/keys.ts';
import type { ContentProblem } from '../publish/problem.ts';
import { type Outcome, publish } from '../publish/publish.ts';

export const DRAFT_PATH = '/draft/';
/** Editors write a file in several steps. */
const PAUSE_MS = 150;

export interface Draft {
  /** Public key of this draft: made for it, and gone with it (clause 9.1). */
  key: string;
  app: Hono;
  close(): Promise<void>;
}

interface DraftOptions {
  content: string;
  receiptKey: string;
  /** Overrides the desk address of lounge.yaml. */
  desk?: string;
  /** Is told after each attempt what the content's faults are, and which version readers see now (0: none yet). */
  tell(problems: readonly ContentProblem[], version: number): void;
}

/**
 * A bundle of the content folder as it is at this moment, drafts included, for the author's own extension. Follows
 * every change of a file; content with an error leaves the draft before in place.
 */
export async function openDraft({ content, receiptKey, desk, tell }: DraftOptions): Promise<Draft> {
  const publishKey = await throwAwayKey();
  const out = await mkdtemp(path.join(os.tmpdir(), 'giljabi-draft-'));
  let version = 0;
  const make = async () => {
    const outcome: Outcome = await publish({
      ...{ content, out, receiptKey, publishKey, days: 1, draft: true, ...(desk && { desk }) },
      ...{ drafts: true, shelfLimit: Number.POSITIVE_INFINITY },
    });
    version = outcome.published?.manifest.version ?? version;
    tell(outcome.problems, version);
  };
  await make();
  const stop = follow(content, make);
  return {
    key: publishKey.key,
    app: draftRoutes(out),
    async close() {
      await stop();
      await rm(out, { recursive: true, force: true });
    },
  };
}

async function throwAwayKey(): Promise<KeyPair> {
  const pair = (await webcrypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const key = toBase64(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)));
  return { id: await keyId(key), key, private: pair.privateKey, native: true };
}

/** Calls `again` after changes below `dir`, never twice at once. Returns the stop, which waits for the last call. */
function follow(dir: string, again: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    // A file may be gone while it is read; the next change tries again.
    timer = setTimeout(() => {
      working = working.then(again).catch((cause: unknown) => console.error(String(cause)));
    }, PAUSE_MS);
  });
  return async () => {
    watcher.close();
    clearTimeout(timer);
    await working;
  };
}

const EXTENSION = /^(chrome|moz|safari-web)-extension:\/\/[^/]+$/;

/** For the extension on this machine: a text that is not published yet is nobody else's (clause 9.3). */
function draftRoutes(dir: string): Hono {
  const app = new Hono();
  app.use(`${DRAFT_PATH}*`, async (context, next) => {
    const address = getConnInfo(context).remote.address ?? '';
    const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
    const proxied = context.req.header('X-Forwarded-For') ?? context.req.header('Forwarded');
    const origin = context.req.header('Origin');
    if (!local || proxied || (origin && !EXTENSION.test(origin))) return context.notFound();
    await next();
    if (origin) context.header('Access-Control-Allow-Origin', origin);
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(
    `${DRAFT_PATH}*`,
    serveStatic({ root: dir, rewriteRequestPath: (file) => file.replace(DRAFT_PATH, '/') }),
  );
  return app;
}
