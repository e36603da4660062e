import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { between } from './random.ts';

export type Fault = 'cut request' | 'answer dropped' | 'cut answer' | 'delay';
/** How many bytes of one connection pass at most before its fault: few as often as many. */
const REQUEST_BYTES = 1_000_000;
const ANSWER_BYTES = 20_000;
const upTo = (random: () => number, most: number) => Math.ceil(most ** random());

/**
 * A bad network between clients and desks: passes bytes on to one of `ports()`, and on some connections cuts the
 * request in the middle, cuts or drops the answer, or holds bytes back.
 */
export async function openProxy(ports: () => number[], random: () => number, share = 0.7) {
  const happened: Record<Fault, number> = {
    'cut request': 0,
    'answer dropped': 0,
    'cut answer': 0,
    delay: 0,
  };
  const open = new Set<Socket>();

  const server = createServer((client) => {
    const to = ports();
    const port = to[between(random, 0, to.length - 1)];
    if (port === undefined) return void client.destroy();
    const desk = connect(port, '127.0.0.1');
    open.add(client);
    const end = () => {
      client.destroy();
      desk.destroy();
      open.delete(client);
    };
    for (const socket of [client, desk]) socket.on('error', end).on('close', end);

    const kinds = Object.keys(happened) as Fault[];
    let fault = random() < share ? kinds[between(random, 0, kinds.length - 1)]! : null;
    const strike = (kind: Fault) => {
      happened[kind] += 1;
      fault = null;
      if (kind !== 'delay') end();
    };
    const requestLimit = upTo(random, REQUEST_BYTES);
    const answerLimit = upTo(random, ANSWER_BYTES);
    const hold = between(random, 50, 800);
    let sent = 0;
    let answered = 0;
    client.on('data', (data) => {
      if (fault === 'cut request' && sent + data.length >= requestLimit) {
        desk.write(data.subarray(0, requestLimit - sent), () => strike('cut request'));
        return;
      }
      sent += data.length;
      if (fault === 'delay') {
        strike('delay');
        client.pause();
        setTimeout(() => client.resume(), hold);
      }
      desk.write(data);
    });
    desk.on('data', (data) => {
      answered += data.length;
      // The answer of a later request on this connection, when a few have gone well.
      if (fault === 'answer dropped' && answered >= answerLimit) return strike('answer dropped');
      if (fault === 'cut answer' && answered >= answerLimit) {
        client.write(data.subarray(0, Math.ceil(data.length / 2)), () => strike('cut answer'));
        return;
      }
      client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    happened,
    /** Every connection breaks at once, as when a network changes. */
    cutAll(): void {
      for (const socket of open) socket.destroy();
    },
    async stop(): Promise<void> {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
