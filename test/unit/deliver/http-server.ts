import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  /** Path with its query. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON; `null` when it is something else. */
  json: unknown;
}

export interface Told {
  status: number;
  headers?: Record<string, string>;
  /** Text as it is, anything else as JSON. */
  body?: unknown;
  /** Done, but nobody hears of it. */
  lost?: boolean;
}

/** A small HTTP server on a free port; `handle` answers like the product whose published shapes it enforces. */
export async function startHttp(handle: (asked: Asked) => Told | Promise<Told>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url!, 'http://x');
    const one: Asked = {
      method: request.method!,
      url: request.url!,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body,
      json: parse(body),
    };
    asked.push(one);
    const { status, headers = {}, body: told, lost } = await handle(one);
    if (lost) return void request.socket.destroy();
    const text = typeof told === 'string' ? told : JSON.stringify(told ?? {});
    const type = typeof told === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
