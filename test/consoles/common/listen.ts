import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** What every practice console can be started with. */
export interface ConsoleOptions {
  /** TCP port on 127.0.0.1; 0 (default) takes a free one. */
  port?: number;
  /** JSON file that keeps what was saved; without it, everything is forgotten on close. */
  file?: string;
  /** Milliseconds that slow parts take; each console says which parts those are. */
  delay?: number;
}

/** A console that answers on `url`; `state()` is a copy of what has been saved on it so far. */
export interface RunningConsole<State> {
  url: string;
  port: number;
  state(): State;
  close(): Promise<void>;
}

/** Serves `app` on 127.0.0.1. Rejects with an Error that names the port when it cannot be had. */
export async function listen(app: Hono, port: number): Promise<Omit<RunningConsole<never>, 'state'>> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`127.0.0.1:${port} cannot be used (${cause.message}); give another port`, { cause })),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // A browser keeps its connections open; waiting for it would keep the port for minutes.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
