import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files that lie in `folder` under `/assets/`; the list is closed at start, so no path can leave it. */
export function serveAssets(app: Hono, folder: string): void {
  const known = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  app.get('/assets/*', async (c) => {
    const file = join(folder, c.req.path.slice('/assets/'.length));
    if (!known.has(file)) return c.text('Not Found', 404);
    return c.body(await readFile(file, 'utf8'), 200, {
      'content-type': types[extname(file)]!,
      'cache-control': 'no-store',
    });
  });
  // A practice console has no icon of its own; an empty answer keeps the browser's log quiet.
  app.get('/favicon.ico', (c) => c.body(null, 204));
}
