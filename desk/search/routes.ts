import { type Context, Hono } from 'hono';
import type { SearchOptions } from '../../shared/search/index.ts';
import { clientOf } from '../intake/client.ts';
import { rateLimit } from '../intake/rate.ts';
import type { DeskHit } from './index.ts';
import { openLanes } from './lanes.ts';

export const SEARCH_PATH = '/api/search';
/** Characters of a question; faces search with the last line of what is typed. */
const LONGEST = 200;
const MOST_HITS = 20;
/** Five a second of one client for ten minutes: nobody types faster for longer. */
const RATE = 3000;
/** The database has few connections, and inquiries need them more. */
const AT_ONCE = 2;
const MOST_WAITING = 40;
const MINUTE = 60;

/** What can be searched. */
export interface Searchable {
  /** Of the bundle that it holds. */
  version: number;
  /** Articles, best first. */
  find(query: string, options: SearchOptions): Promise<DeskHit[]>;
}

export interface SearchRouteParts {
  /** `null` while nothing has been put in yet. */
  searchable: () => Searchable | null;
  trustProxy?: boolean;
  rate?: number;
  now?: () => number;
}

type Problem = { code: string; message: string; field?: string };

/**
 * `GET /api/search?q=&lang=&console=&limit=`: what any page may ask, since the answers are in a public bundle. Only a
 * minute is cached, and the version is the ETag: the same address has the same answer until something is published.
 */
export function searchRoutes({ searchable, trustProxy = false, rate = RATE, now }: SearchRouteParts): Hono {
  const app = new Hono();
  const limit = rateLimit(rate, now);
  const lanes = openLanes(AT_ONCE, MOST_WAITING);

  app.get(SEARCH_PATH, async (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Access-Control-Expose-Headers', 'Retry-After');
    c.header('X-Content-Type-Options', 'nosniff');
    const wait = limit.take(clientOf(c, trustProxy));
    if (wait > 0)
      return later(c, 429, wait, { code: 'rate', message: 'Too many questions; ask again later.' });
    const asked = read(c);
    if ('code' in asked) return c.json({ error: asked }, 400, { 'Cache-Control': 'no-store' });
    const at = searchable();
    if (!at)
      return later(c, 503, 5, { code: 'not-ready', message: 'The published texts are being read in.' });
    const headers = { 'Cache-Control': `public, max-age=${MINUTE}`, ETag: `"${at.version}"` };
    if (c.req.header('If-None-Match') === headers.ETag) return c.body(null, 304, headers);
    const { q, ...options } = asked;
    const hits = await lanes(() => at.find(q, options));
    if (!hits) return later(c, 503, 1, { code: 'busy', message: 'Too many search at once; ask again.' });
    return c.json({ version: at.version, hits }, 200, headers);
  });

  return app;
}

function later(c: Context, status: 429 | 503, seconds: number, error: Problem): Response {
  return c.json({ error }, status, { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' });
}

function read(c: Context): { q: string; lang?: string; console?: string; limit: number } | Problem {
  const { q, lang, console, limit = '10' } = c.req.query();
  const wrong = (field: string, message: string): Problem => ({ code: 'malformed', field, message });
  if (q === undefined) return wrong('q', 'q is missing: what to search for.');
  if (q.length > LONGEST) return wrong('q', `q may have ${LONGEST} characters.`);
  if (lang && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) return wrong('lang', 'lang is one such as ko.');
  if (console && !/^[\w-]{1,64}$/.test(console)) return wrong('console', 'console is the id of a console.');
  if (!/^[1-9]\d?$/.test(limit) || Number(limit) > MOST_HITS)
    return wrong('limit', `limit is a number from 1 to ${MOST_HITS}.`);
  return { q, limit: Number(limit), ...(lang && { lang }), ...(console && { console }) };
}
