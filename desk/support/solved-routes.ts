import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { SOLVED_PATH } from '../../shared/inquiry/index.ts';
import { clientOf } from '../intake/client.ts';
import type { Sql } from '../intake/index.ts';
import { maySend } from '../intake/origins.ts';
import { rateLimit } from '../intake/rate.ts';
import { countSolved } from './insights.ts';

export interface SolvedParts {
  sql: Sql;
  /** Whether an article of that id is published. */
  isPublished(article: string): boolean;
  allowedOrigins: string[];
  trustProxy: boolean;
}

/** `POST /api/solved` `{"article": id}`: a suggestion made an inquiry unnecessary. Counted by day, nothing else is kept. */
export function solvedRoutes({ sql, isPublished, allowedOrigins, trustProxy }: SolvedParts): Hono {
  const app = new Hono();
  const rate = rateLimit(30);
  app.use(
    SOLVED_PATH,
    cors({
      origin: (origin, c) => (maySend(origin, allowedOrigins, c.req.header('Host')) ? origin : null),
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type'],
      maxAge: 600,
    }),
  );
  app.post(SOLVED_PATH, bodyLimit({ maxSize: 1_000 }), async (c) => {
    if (rate.take(clientOf(c, trustProxy)) > 0) return c.body(null, 429);
    const { article } = (await c.req.json().catch(() => ({}))) as { article?: unknown };
    if (typeof article !== 'string' || !isPublished(article)) return c.body(null, 422);
    await countSolved(sql, article, new Date());
    return c.body(null, 204);
  });
  return app;
}
