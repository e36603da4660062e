import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  raw: Buffer;
  email: Email;
  /** The value of a header; several of one name joined by newlines. */
  header(name: string): string;
}

type Answer = (letter: Received, count: number) => { code: number; text: string } | 'drop' | null;

/**
 * A real SMTP server on a free port. `answer` decides over each letter after its last byte: an error, a connection
 * that ends without a word, or `null` to take it. What was taken is in `taken`, what came at all in `seen`.
 */
export async function startMailServer(options: SMTPServerOptions & { answer?: Answer } = {}) {
  const taken: Received[] = [];
  const seen: Received[] = [];
  const { answer, ...rest } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: rest.secure || rest.key ? [] : ['STARTTLS'],
    logger: false,
    ...rest,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const email = await PostalMime.parse(raw);
        const letter: Received = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          email,
          header: (name) =>
            email.headers
              .filter(({ key }) => key === name.toLowerCase())
              .map(({ value }) => value)
              .join('\n'),
        };
        seen.push(letter);
        const word = answer?.(letter, seen.length) ?? null;
        if (word === 'drop') {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (word) return done(Object.assign(new Error(word.text), { responseCode: word.code }));
        taken.push(letter);
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken,
    seen,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
