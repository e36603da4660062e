import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** What the desk serves as files: the lounge at the root, the widget beside it, the bundle below /bundle. */
export function fileRoutes(dirs: { lounge: string; widget: string; bundle: string }): Hono {
  const app = new Hono();
  app.use('/bundle/*', async (context, next) => {
    await next();
    // Anybody may read a bundle: it is public, signed and says nothing about its reader.
    context.header('Access-Control-Allow-Origin', '*');
    context.header('X-Content-Type-Options', 'nosniff');
    const immutable = context.req.path.includes('/parts/');
    context.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(
    '/bundle/*',
    serveStatic({ root: dirs.bundle, rewriteRequestPath: (path) => path.replace('/bundle/', '/') }),
  );
  app.use('*', async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
    if (/\.m?js$/.test(context.req.path)) context.header('Access-Control-Allow-Origin', '*');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  });
  app.use('*', serveStatic({ root: dirs.lounge }));
  app.use('*', serveStatic({ root: dirs.widget }));
  app.get('*', async (context, next) => {
    const page = await serveStatic({ root: dirs.lounge, path: '404.html' })(context, next);
    return page && new Response(page.body, { status: 404, headers: page.headers });
  });
  return app;
}
