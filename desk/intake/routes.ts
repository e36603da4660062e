import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  CHALLENGE_PATH,
  type ConsentText,
  consentHash,
  FILES_PATH,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  PROOF_HEADER,
  REQUEST_OVERHEAD,
} from '../../shared/inquiry/index.ts';
import { drain } from './drain.ts';
import { openGuard, openSlots } from './guard.ts';
import { hashOfInquiry } from './hash.ts';
import { intakeError, langOf, Refusal, statusOf } from './messages.ts';
import { HEALTH_PATH, OPENAPI_PATH, openApi } from './openapi.ts';
import { openProofGate } from './proof.ts';
import { idOf, isJson, judge, type ReadInquiry, readInquiry } from './read-inquiry.ts';
import { asSigningKey, signReceipt } from './receipt.ts';
import type { IntakeParts, IntakeSettings } from './settings.ts';
import { uploadRoutes } from './upload-routes.ts';

const DAY = 24 * 60 * 60_000;
/** Bytes of bodies that are held in memory while they are checked; more at once are asked to come back. */
const BODY_ROOM = 128 * 1024 * 1024;
/** What is read and dropped after a refusal, so that the sender sees it. */
const DRAINED = 2 * 1024 * 1024;
const DRAINED_TOO_LARGE = 64 * 1024 * 1024;
const RETRY_SECONDS = '5';

/** What an inquiry page talks to, below `/api/`. A 201 or 200 for an inquiry is sent only after the commit. */
export function intakeRoutes(parts: IntakeParts): Hono {
  const { store, log, now = Date.now } = parts;
  const app = new Hono();
  const guard = openGuard(parts);
  const proof = openProofGate(store, parts.proof, parts.now);
  const room = openSlots(BODY_ROOM);
  const inFlight = new Set<string>();
  const consents = new Map<string, ConsentText>();
  const hashes = new WeakMap<ConsentText, Promise<string>>();
  const signingKey = asSigningKey(parts.receiptKey);
  signingKey.catch(() => {}); // said by the request that needs it, and by health

  const settings = (): IntakeSettings =>
    typeof parts.settings === 'function' ? parts.settings() : parts.settings;

  for (const path of [INTAKE_PATH, HEALTH_PATH, CHALLENGE_PATH, OPENAPI_PATH, `${FILES_PATH}/*`]) {
    app.use(path, guard.cors);
    app.use(path, async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('X-Content-Type-Options', 'nosniff');
    });
  }

  app.onError(async (error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('store');
    if (!(error instanceof Refusal))
      log('intake-failed', { error: `${error.name} ${(error as { code?: string }).code ?? ''}`.trim() });
    else {
      // The detail of the others may be a file's name, which is a person's own words.
      const place = ['malformed', 'origin'].includes(error.code) ? error.detail : '';
      log('intake-refused', { code: error.code, place });
    }
    const status = statusOf(refusal.code);
    if (status === 503 || refusal.code === 'in-flight') c.header('Retry-After', RETRY_SECONDS);
    await drain(c.req.raw.body, status === 413 ? DRAINED_TOO_LARGE : DRAINED).catch(() => {});
    return c.json({ error: intakeError(refusal, langOf(c.req.header('Accept-Language'))) }, status);
  });

  app.get(HEALTH_PATH, async (c) => {
    await Promise.all([store.ping(), signingKey]);
    return c.json({ ok: true, store: store.kind });
  });

  app.get(OPENAPI_PATH, (c) => c.json(openApi()));

  app.get(CHALLENGE_PATH, async (c) => {
    guard.origin(c);
    guard.count(c, 'challenge');
    return c.json({ challenge: await proof.challenge(idOf(c.req.query('inquiry'))) });
  });

  app.route('/', uploadRoutes({ ...parts, settings }, guard, proof));

  app.post(
    INTAKE_PATH,
    async (c, next) => {
      guard.origin(c);
      guard.count(c, 'post');
      await proof.check(c.req.header(PROOF_HEADER), idOf(c.req.header(IDEMPOTENCY_HEADER)));
      const most = mostBytes(c.req.raw);
      const said = lengthOf(c);
      await room.hold(Math.min(said ?? most, most), () => next());
    },
    (c, next) => {
      const maxSize = mostBytes(c.req.raw);
      const said = lengthOf(c);
      // Node reads no more than was announced. A body of unknown length is counted, which needs a stream of it.
      if (said !== null && said <= maxSize) return next();
      return bodyLimit({ maxSize, onError: tooLarge })(c, next);
    },
    async (c) => {
      const read = await readInquiry(c.req.raw);
      const { id } = read.inquiry;
      if (inFlight.has(id)) throw new Refusal('in-flight');
      inFlight.add(id);
      try {
        const added = await add(read);
        if (added.state === 'conflict') throw new Refusal('conflict');
        if (added.state === 'missing')
          throw new Refusal('files-missing', 'files', '', { missing: added.hashes });
        if (added.state === 'known') return c.json(added.signed, 200);
        log('inquiry-received', { number: added.number, files: read.inquiry.files.length });
        return c.json(added.signed, 201);
      } finally {
        inFlight.delete(id);
      }
    },
  );

  /** Bytes of a body that says how long it is. */
  const lengthOf = (c: Context): number | null => {
    const said = c.req.header('Transfer-Encoding') ? '' : (c.req.header('Content-Length') ?? '');
    return /^\d+$/.test(said) ? Number(said) : null;
  };

  const tooLarge = (): never => {
    throw new Refusal('files-too-large', 'files');
  };

  const mostBytes = (request: Request): number =>
    (isJson(request) ? 0 : settings().limits.totalBytes) + REQUEST_OVERHEAD;

  /** The text that an inquiry's consent names: what is shown now, or what was shown some time. */
  async function consentBy(hash: string, { consent }: IntakeSettings): Promise<ConsentText | null> {
    const shown = await (hashes.get(consent) ?? consentHash(consent));
    hashes.set(consent, Promise.resolve(shown));
    if (!consents.has(shown)) {
      await store.keepConsent(shown, consent);
      consents.set(shown, consent);
    }
    return consents.get(hash) ?? store.consent(hash);
  }

  async function add(read: ReadInquiry) {
    const { inquiry, trap } = read;
    const hash = hashOfInquiry(inquiry);
    const text = await consentBy(inquiry.consent.hash, settings());
    const judged = await judge(read, settings().limits, text).catch((refusal: unknown) => refusal);
    if (judged instanceof Error) {
      // What has a receipt keeps it, though limits or consent may have changed before the answer came through.
      const known = await store.known(inquiry.id, hash);
      if (known) return known;
      throw judged;
    }
    const consent = judged as ConsentText;
    const received = new Date(now());
    const key = await signingKey;
    return store.add({
      ...{ inquiry, files: read.files, hash, received },
      keepUntil: new Date(received.getTime() + consent.retentionDays * DAY),
      suspect: (parts.trap ?? true) && trap !== '',
      sign: (receipt) => signReceipt(key, receipt),
      also: parts.onAdded,
    });
  }

  return app;
}
