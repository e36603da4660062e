import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import * as v from 'valibot';
import { isLocal, sameText } from '../local.ts';
import { recorded } from '../publish/targets.ts';
import { readSteps, saveTarget, throwsAwayFor, today } from './content-steps.ts';

export const AUTHOR_PATH = '/api/author/targets';

/** What the page sends; the desk itself looks up where it belongs. */
const body = v.strictObject({
  guide: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
  step: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  nth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  recorded,
  console_version: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

/**
 * `POST /api/author/targets`: writes a recorded target into the content folder. For support's own browser on this
 * machine: loopback, the token that `serve --author` has printed, and no web page.
 */
export function authorRoutes({ content, token }: { content: string; token: string }): Hono {
  const app = new Hono();
  let writing: Promise<unknown> = Promise.resolve();

  app.use(AUTHOR_PATH, async (c, next) => {
    const origin = c.req.header('Origin');
    if (!isLocal(c) || (origin && !EXTENSION.test(origin))) return c.notFound();
    c.header('Cache-Control', 'no-store');
    return next();
  });
  app.use(
    AUTHOR_PATH,
    cors({
      origin: (origin) => (EXTENSION.test(origin) ? origin : null),
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type', 'Authorization'],
      maxAge: 600,
    }),
  );
  app.post(
    AUTHOR_PATH,
    (c, next) =>
      sameText(c.req.header('Authorization') ?? '', `Bearer ${token}`)
        ? next()
        : refuse(c, 401, 'token-wrong'),
    bodyLimit({ maxSize: 16_384, onError: (c) => refuse(c, 413, 'malformed') }),
    async (c) => {
      const asked = v.safeParse(body, await c.req.json().catch(() => null));
      if (!asked.success) return refuse(c, 400, 'malformed');
      // One after the other: two entries of one file must not lose one another.
      const answer = writing.then(() => write(asked.output));
      writing = answer.catch(() => undefined);
      const done = await answer;
      if ('error' in done) return refuse(c, 409, String(done.error));
      console.log(`${new Date().toISOString()} target-${done.did} ${JSON.stringify({ file: done.file })}`);
      return c.json(done);
    },
  );
  app.onError((cause, c) => {
    console.error(`${new Date().toISOString()} author-failed ${JSON.stringify(String(cause))}`);
    return refuse(c, 500, 'unexpected');
  });

  async function write({ recorded, console_version, ...wanted }: v.InferOutput<typeof body>) {
    const steps = await readSteps(content);
    const place = steps.find(wanted);
    if (typeof place === 'string') return { error: place };
    if (throwsAwayFor(place.step, recorded)) return { error: 'throws-away' };
    if (steps.faulty.has(place.file)) return { error: 'file-faulty' };
    const target = { step: wanted.step, nth: place.nth, recorded, console_version, date: today() };
    return { file: place.file, did: await saveTarget(content, place, target) };
  }
  return app;
}

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/;

const refuse = (c: Context, status: 400 | 401 | 409 | 413 | 500, error: string) => c.json({ error }, status);
