import { createTransport } from 'nodemailer';
import { giveUp, retry } from '../adapter.ts';
import type { Letter } from './letter.ts';

export interface SmtpOptions {
  host: string;
  port: number;
  /** `starttls`: refuses to go on without; `tls`: from the first byte; `none`: only for a server on this machine. */
  tls: 'starttls' | 'tls' | 'none';
  user?: string | undefined;
  password?: string | undefined;
  /** PEM of the authorities to trust, for a server with a private one. */
  ca?: string | undefined;
}

export interface Post {
  send(letter: Letter, signal: AbortSignal): Promise<void>;
  /** Connects and signs in. */
  check(signal: AbortSignal): Promise<void>;
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** The server that sends the desk's e-mail. A connection a letter: a server may close idle ones. */
export function smtpPost({ host, port, tls, user, password, ca }: SmtpOptions): Post {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    connectionTimeout: 15_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
    // A letter may name files or addresses to fetch; ours never do.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter, signal) {
      try {
        await untilAborted(transport.sendMail(letter), signal);
      } catch (cause) {
        throw asDeliveryError(cause as SmtpError, `${host}:${port}`);
      }
    },
    async check(signal) {
      try {
        await untilAborted(transport.verify(), signal);
      } catch (cause) {
        throw asDeliveryError(cause as SmtpError, `${host}:${port}`);
      }
    },
  };
}

/** The server's word about this letter or this recipient is final; anything about the connection is not. */
function asDeliveryError(cause: SmtpError, server: string): Error {
  const { responseCode = 0, command = '', code = '' } = cause;
  const words = `${server}: ${cause.message}`;
  const aboutLetter = /^(MAIL FROM|RCPT TO|DATA|API)$/.test(command);
  if (responseCode >= 500 && aboutLetter) return giveUp('refused', words);
  if (code === 'EAUTH') return retry('auth', words);
  if (code === 'ETLS') return retry('tls', words);
  return retry(responseCode >= 400 ? 'busy' : 'unreachable', words);
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
