import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import {
  consentHash,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  inquiryHash,
  REQUEST_OVERHEAD,
} from '../../shared/inquiry/index.ts';
import { drain } from './drain.ts';
import { intakeError, Refusal, statusOf } from './messages.ts';
import { maySend } from './origins.ts';
import { rateLimit } from './rate.ts';
import { judge, type ReadInquiry, readInquiry } from './read-inquiry.ts';
import { asSigningKey, signReceipt } from './receipt.ts';
import type { IntakeParts, IntakeSettings } from './settings.ts';

const DAY = 24 * 60 * 60_000;
/** Bodies are held in memory while they are checked; more at once are asked to come back. */
const AT_ONCE = 16;
const RETRY_SECONDS = '5';
const HEALTH_PATH = '/api/health';

/** `POST /api/inquiries` and `GET /api/health`. A 201 or 200 is sent only after the commit. */
export function intakeRoutes(parts: IntakeParts): Hono {
  const { store, log } = parts;
  const app = new Hono();
  const rate = rateLimit(parts.rate ?? 60);
  const inFlight = new Set<string>();
  const keptConsents = new Set<string>();
  const signingKey = asSigningKey(parts.receiptKey);
  signingKey.catch(() => {}); // said by the request that needs it, and by health
  let busy = 0;

  const now = (): IntakeSettings =>
    typeof parts.settings === 'function' ? parts.settings() : parts.settings;

  const mayUse = (c: Context, origin: string) => maySend(origin, parts.allowedOrigins, c.req.header('Host'));
  const crossOrigin = cors({
    origin: (origin, c) => (mayUse(c, origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', IDEMPOTENCY_HEADER],
    exposeHeaders: ['Retry-After'],
    maxAge: 600,
  });
  app.use(INTAKE_PATH, crossOrigin);
  app.use(HEALTH_PATH, crossOrigin);

  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('store');
    if (!(error instanceof Refusal)) log('intake-failed', { error: String(error) });
    else {
      // The detail of the others may be a file's name, which is a person's own words.
      const place = ['malformed', 'origin'].includes(error.code) ? error.detail : '';
      log('intake-refused', { code: error.code, place });
    }
    const status = statusOf(refusal.code);
    if (status === 409 || status === 503) c.header('Retry-After', RETRY_SECONDS);
    const lang = /^\s*(en|ja)/i.test(c.req.header('Accept-Language') ?? '') ? 'en' : 'ko';
    return c.json({ error: intakeError(refusal, lang) }, status);
  });

  app.get(HEALTH_PATH, async (c) => {
    await Promise.all([store.ping(), signingKey]);
    return c.json({ ok: true, store: store.kind });
  });

  app.post(
    INTAKE_PATH,
    async (c, next) => {
      const origin = c.req.header('Origin');
      if (origin !== undefined && !mayUse(c, origin)) throw new Refusal('origin', undefined, origin);
      const wait = rate.take(client(c, parts.trustProxy ?? false));
      if (wait > 0) {
        c.header('Retry-After', String(wait));
        throw new Refusal('rate');
      }
      if (busy >= AT_ONCE) throw new Refusal('busy');
      busy += 1;
      try {
        await next();
      } finally {
        busy -= 1;
      }
    },
    (c, next) =>
      bodyLimit({
        maxSize: now().limits.totalBytes + REQUEST_OVERHEAD,
        onError: async (refused) => {
          await drain(refused.req.raw.body);
          throw new Refusal('files-too-large', 'files');
        },
      })(c, next),
    async (c) => {
      const read = await readInquiry(c.req.raw);
      const { id } = read.inquiry;
      if (inFlight.has(id)) throw new Refusal('in-flight');
      inFlight.add(id);
      try {
        const settings = now();
        await keepConsent(settings);
        const added = await add(read, settings);
        if (added.state === 'conflict') throw new Refusal('conflict');
        if (added.state === 'known') return c.json(added.signed, 200);
        log('inquiry-received', { number: added.number, files: read.files.length });
        return c.json(added.signed, 201);
      } finally {
        inFlight.delete(id);
      }
    },
  );

  async function keepConsent({ consent }: IntakeSettings): Promise<void> {
    const hash = await consentHash(consent);
    if (keptConsents.has(hash)) return;
    await store.keepConsent(hash, consent);
    keptConsents.add(hash);
  }

  async function add(read: ReadInquiry, settings: IntakeSettings) {
    const hash = await inquiryHash(read.inquiry);
    // What has a receipt keeps it, though limits or consent may have changed before the answer came through.
    const known = await store.known(read.inquiry.id, hash);
    if (known) return known;
    const consent = await judge(read, settings.limits, await store.consent(read.inquiry.consent.hash));
    const received = new Date();
    const key = await signingKey;
    return store.add({
      ...read,
      hash,
      received,
      keepUntil: new Date(received.getTime() + consent.retentionDays * DAY),
      sign: (receipt) => signReceipt(key, receipt),
      also: parts.onAdded,
    });
  }

  return app;
}

/** Who is counted by the rate limit. */
function client(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  try {
    return forwarded || getConnInfo(c).remote.address || 'unknown';
  } catch {
    return 'unknown'; // not served by Node, as in `app.request()`
  }
}
