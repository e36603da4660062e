import { Hono } from 'hono';
import type { Database, Inbox } from '../../intake/index.ts';
import { FILE_PATH, isGoodLink, linkKey } from './link.ts';

/** Attachments by signed link: as a download of bytes and nothing else, whatever they are. */
export function fileRoutes(db: Database, store: Pick<Inbox, 'find' | 'file'>): Hono {
  const app = new Hono();
  let key: string | null = null;
  app.get(`${FILE_PATH}/:inquiry/:position{[0-9]{1,3}}`, async (c) => {
    const inquiry = c.req.param('inquiry');
    const position = Number(c.req.param('position'));
    const { until = '', signature: given = '' } = c.req.query();
    key ??= await linkKey(db);
    if (!isGoodLink(key, { inquiry, position, until: Number(until), given }, Date.now())) return c.notFound();
    const name = (await store.find(inquiry))?.inquiry.files[position]?.name;
    const bytes = await store.file(inquiry, position);
    if (name === undefined || !bytes) return c.notFound();
    return c.body(new Uint8Array(bytes).buffer, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    });
  });
  return app;
}
