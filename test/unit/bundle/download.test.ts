import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readBody } from '../../../shared/bundle/index.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A host that goes on sending for as long as somebody listens, and counts what it was rid of. */
async function endless(): Promise<{ url: string; sent: () => number; over: Promise<void> }> {
  let sent = 0;
  let hungUp = () => {};
  const over = new Promise<void>((resolve) => {
    hungUp = resolve;
  });
  const server = createServer((_request, response) => {
    const chunk = Buffer.alloc(64 * 1024, 32);
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', more).on('close', hungUp);
    more();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent: () => sent, over };
}

describe('a body', () => {
  it('is read whole up to the last byte that was signed', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    const parts = [bytes.slice(0, 7), bytes.slice(7, 40_000), bytes.slice(40_000)];
    const body = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const part of parts) controller.enqueue(part);
          controller.close();
        },
      });
    expect(await readBody(new Response(body()), 50_000, 'part-wrong', 'search')).toEqual(bytes);
    await expect(readBody(new Response(body()), 49_999, 'part-wrong', 'search')).rejects.toMatchObject({
      code: 'part-wrong',
      where: 'search',
    });
  });

  it('that never ends is left, and the line is cut', async () => {
    const host = await endless();
    await expect(
      readBody(await fetch(host.url), 100_000, 'too-large', 'manifest.json'),
    ).rejects.toMatchObject({
      code: 'too-large',
    });
    await host.over;
    expect(host.sent()).toBeLessThan(50_000_000);
  });

  it('that says it is short and is not, is measured, not believed', async () => {
    const response = new Response('x'.repeat(1_000), { headers: { 'Content-Length': '10' } });
    await expect(readBody(response, 10, 'part-wrong', 'article/a')).rejects.toMatchObject({
      code: 'part-wrong',
    });
  });

  it('of nothing is nothing', async () => {
    expect(await readBody(new Response(null), 10, 'part-wrong', 'x')).toEqual(new Uint8Array());
  });
});
