import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkTargets, type DeskConfig, enqueue } from '../../../desk/deliver/index.ts';
import { runDesk } from './desk.ts';
import { startMailServer } from './mail-server.ts';
import { addInquiry, openTestStore, replyBook, sampleFile, until } from './store.ts';

type Server = Awaited<ReturnType<typeof startMailServer>>;
const FROM = { name: '고객케어 라운지', address: 'inquiry@desk.example' };
const HELP = 'help@desk.example';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const book = replyBook();
const servers: Server[] = [];
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => opened?.close());

async function serve(options: Parameters<typeof startMailServer>[0] = {}): Promise<Server> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}
const mailTo = (port: number, over: Partial<NonNullable<DeskConfig['mail']>> = {}): Partial<DeskConfig> => ({
  mail: {
    from: FROM,
    host: '127.0.0.1',
    port,
    tls: 'none',
    confirm: true,
    replyTo: 'care@desk.example',
    ...over,
  },
  deliver: [{ type: 'smtp', name: 'mailbox', to: HELP, replies: 'copy' }],
});

describe('the letter to the help desk', () => {
  it('is a letter of the asker that our own address carries, with every byte', async () => {
    const server = await serve();
    const files = [
      sampleFile('메일 로그 – 1.log', 40_000),
      new File(['From: a\n\nb'], 'x.eml', { type: 'message/rfc822' }),
    ];
    const inquiry = await addInquiry(opened.store, { summary: '메일이 "안" 옵니다 – 급합니다 😀' }, files);
    const desk = runDesk(opened.store, mailTo(server.port));
    const rows = await desk.settled(inquiry.id);
    await desk.stop();
    const { number } = (await opened.store.find(inquiry.id))!;
    const letter = server.taken.find(({ to }) => to[0] === HELP)!;
    expect([letter.from, letter.to]).toEqual([FROM.address, [HELP]]);
    expect(letter.email.from).toMatchObject(FROM);
    expect(letter.email.replyTo?.map(({ address }) => address)).toEqual([inquiry.email]);
    expect(letter.email.messageId).toBe(`<inq-${inquiry.id}@desk.example>`);
    expect(letter.email.subject).toBe(`[${number}] ${inquiry.summary}`);
    expect(letter.header('x-giljabi-inquiry-id')).toBe(inquiry.id);
    for (const silencing of ['auto-submitted', 'precedence', 'x-auto-response-suppress', 'x-loop', 'list-id'])
      expect(letter.header(silencing)).toBe('');
    expect(letter.email.text).toContain(inquiry.detail);
    expect(letter.email.html).toContain('<strong>보안 메일</strong>');
    expect(letter.email.attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual(
      files.map(({ name }) => [name, 'attachment']),
    );
    for (const [index, file] of files.entries()) {
      const content = Buffer.from(letter.email.attachments[index]!.content as ArrayBuffer);
      expect(content.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    }
    expect(rows.find(({ target }) => target === 'mailbox')?.remote?.id).toBe(letter.email.messageId);
  });

  it('shows what a stranger wrote as text: nothing loads, nothing runs', async () => {
    const server = await serve();
    const inquiry = await addInquiry(opened.store, {
      detail:
        '<img src=https://t.example/p.gif onerror=alert(1)>\n\n![p](https://t.example/q.gif) [x](javascript:alert(1)) [y](https://ok.example/?a=1&b="2")\n\n<script>x</script>',
      company: '</p><script>y</script>',
    });
    const desk = runDesk(opened.store, mailTo(server.port));
    await desk.settled(inquiry.id);
    await desk.stop();
    for (const { email } of server.taken) {
      expect(email.html).not.toMatch(/<(img|script|svg|iframe|style)|href="(?!https?:|mailto:)/i);
      expect(email.html).not.toMatch(/<[^>]+\son\w+=/i);
    }
    expect(server.taken).toHaveLength(2);
  });

  it('cannot be given another header, whatever the fields hold', async () => {
    const server = await serve();
    const desk = runDesk(opened.store, mailTo(server.port));
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\r',
        '\n',
        '\0',
        ' ',
        ':',
        '"',
        '<',
        '>',
        '@',
        ',',
        'Bcc',
        'x',
        '가',
        '\u2028',
        '=?utf-8?q?=0aBcc:_e@e.example?=',
      ),
    });
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.string(), async (summary, company, name) => {
        const before = server.seen.length;
        // The intake would refuse most of these; the letters do not rely on it.
        const file = new File(['a'], `${name.replaceAll('\0', '').toWellFormed()}.log`);
        const inquiry = await addInquiry(
          opened.store,
          { summary: summary.replaceAll('\0', ''), company: company.replaceAll('\0', ''), detail: 'x' },
          [file],
        );
        await desk.settled(inquiry.id);
        for (const letter of server.seen.slice(before)) {
          expect(letter.to).toHaveLength(1);
          for (const header of ['bcc', 'cc', 'x']) expect(letter.header(header)).toBe('');
          expect(letter.header('to').split('\n')).toHaveLength(1);
          expect(letter.email.from?.address).toBe(FROM.address);
        }
        expect(server.seen.length - before).toBe(2);
      }),
      { numRuns: 25 },
    );
    await desk.stop();
  }, 60_000);
});

describe('the letters to the asker', () => {
  it('confirm, and say that a program wrote them', async () => {
    const server = await serve();
    const desk = runDesk(opened.store, mailTo(server.port));
    for (const [lang, word] of [
      ['ko', '접수'],
      ['en', 'received'],
      ['ja', '受け付け'],
    ] as const) {
      const inquiry = await addInquiry(opened.store, { lang, email: `${lang}@asker.example` });
      await desk.settled(inquiry.id);
      const { number } = (await opened.store.find(inquiry.id))!;
      const letter = server.taken.find(({ to }) => to[0] === inquiry.email)!;
      expect(letter.from).toBe('');
      expect(letter.email.subject).toContain(number);
      expect(letter.email.subject).toContain(word);
      expect(letter.header('auto-submitted')).toBe('auto-replied');
      expect(letter.header('x-auto-response-suppress')).toBe('All');
      expect(letter.email.inReplyTo).toBe(`<inq-${inquiry.id}@desk.example>`);
      expect(letter.email.references).toBe(`<inq-${inquiry.id}@desk.example>`);
      expect(letter.email.replyTo?.[0]?.address).toBe('care@desk.example');
      expect(letter.email.text).toContain(inquiry.summary);
    }
    await desk.stop();
  });

  it('and replies follow one another in one thread, here and at the help desk', async () => {
    const server = await serve();
    const desk = runDesk(opened.store, mailTo(server.port), { book });
    const inquiry = await addInquiry(opened.store, { email: 'thread@asker.example' });
    await desk.settled(inquiry.id);
    const ids: string[] = [];
    for (const by of ['support', 'asker', 'support'] as const) {
      const reply = book.add({ inquiry: inquiry.id, author: '김지원', by, text: `**${by}**` });
      ids.push(`<rep-${reply.id}@desk.example>`);
      await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
      await desk.settled(inquiry.id);
    }
    await desk.stop();
    const first = [`<inq-${inquiry.id}@desk.example>`, `<conf-${inquiry.id}@desk.example>`];
    const of = (address: string) =>
      server.taken.filter(({ to, email }) => to[0] === address && email.subject?.startsWith('Re: ['));
    const toAsker = of(inquiry.email);
    expect(toAsker.map(({ email }) => email.messageId)).toEqual([ids[0], ids[2]]);
    expect(toAsker.map(({ email }) => email.references)).toEqual([
      first.join(' '),
      [...first, ids[0], ids[1]].join(' '),
    ]);
    expect(toAsker.map(({ email }) => email.inReplyTo)).toEqual([first[0], ids[1]]);
    expect(toAsker.map((letter) => letter.header('auto-submitted'))).toEqual(['', '']);
    const toDesk = of(HELP);
    expect(toDesk.map(({ email }) => email.messageId)).toEqual(ids);
    // Only the asker's own words come from the asker.
    expect(toDesk.map(({ email }) => email.replyTo?.[0]?.address)).toEqual([
      undefined,
      inquiry.email,
      undefined,
    ]);
    expect(toDesk.every(({ from }) => from === FROM.address)).toBe(true);
  });

  it('carry a link, once', async () => {
    const server = await serve();
    const desk = runDesk(opened.store, mailTo(server.port));
    const url = 'https://desk.example/my?t=a&b=%22';
    await enqueue(opened.store.database, {
      kind: 'link',
      to: 'l@asker.example',
      lang: 'en',
      url,
      minutes: 15,
    });
    desk.wake();
    const letter = await until(() => server.taken.find(({ to }) => to[0] === 'l@asker.example'));
    await desk.stop();
    expect(letter.from).toBe('');
    expect(letter.header('auto-submitted')).toBe('auto-generated');
    expect(letter.email.text).toContain(url);
    expect(letter.email.html).toContain('href="https://desk.example/my?t=a&amp;b=%22"');
  });
});

describe('a mail server that', () => {
  it('greylists gets the same letter again', async () => {
    const server = await serve({
      answer: (_, count) => (count <= 3 ? { code: 451, text: '4.7.1 Greylisted' } : null),
    });
    const inquiry = await addInquiry(opened.store);
    const desk = runDesk(opened.store, mailTo(server.port));
    const rows = await desk.settled(inquiry.id);
    await desk.stop();
    expect(rows.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(rows.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(5);
    expect(server.taken).toHaveLength(2);
    expect(new Set(server.seen.map(({ email }) => email.messageId)).size).toBe(2);
  });

  it('refuses for good is not asked again; support sees its words', async () => {
    const server = await serve({
      onRcptTo: ({ address }, _, done) =>
        address === HELP
          ? done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }))
          : done(),
    });
    const inquiry = await addInquiry(opened.store);
    const desk = runDesk(opened.store, mailTo(server.port));
    const rows = await desk.settled(inquiry.id);
    await desk.stop();
    const row = rows.find(({ target }) => target === 'mailbox')!;
    expect([row.state, row.attempts, row.code]).toEqual(['dead', 1, 'refused']);
    expect(row.error).toContain('5.1.1 No such user here');
    expect(server.taken.map(({ to }) => to[0])).toEqual([inquiry.email]);
  });

  it('drops the connection after the last byte gets a letter that it can know by its id', async () => {
    const server = await serve({ answer: ({ to }, count) => (to[0] === HELP && count < 4 ? 'drop' : null) });
    const inquiry = await addInquiry(opened.store, {}, [sampleFile()]);
    const desk = runDesk(opened.store, mailTo(server.port));
    await desk.settled(inquiry.id);
    await desk.stop();
    const letters = server.seen.filter(({ to }) => to[0] === HELP);
    expect(letters.length).toBeGreaterThan(1);
    expect(new Set(letters.map(({ email }) => email.messageId))).toEqual(
      new Set([`<inq-${inquiry.id}@desk.example>`]),
    );
    expect(new Set(letters.map((letter) => letter.header('date'))).size).toBe(1);
  });

  it('is away is tried until it is back', async () => {
    const gone = await startMailServer();
    await gone.stop();
    const inquiry = await addInquiry(opened.store);
    const waits: number[] = [];
    const away = runDesk(opened.store, mailTo(gone.port), { waits });
    await until(() => waits.length >= 3);
    await away.stop();
    const server = await serve();
    const desk = runDesk(opened.store, mailTo(server.port));
    const rows = await desk.settled(inquiry.id);
    await desk.stop();
    // Those that had given up meanwhile are in the list; the rest arrived.
    expect(
      rows.filter(({ state }) => state === 'done').length +
        rows.filter(({ state }) => state === 'dead').length,
    ).toBe(2);
    expect(server.taken).toHaveLength(rows.filter(({ state }) => state === 'done').length);
  });
});

describe('over TLS', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'giljabi-tls-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(dir, name)) as [string, string];
  beforeAll(() => {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'pipe' },
    );
  });
  const secured = (over: SMTPServerOptions = {}): SMTPServerOptions => ({
    key: readFileSync(key),
    cert: readFileSync(cert),
    authOptional: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'desk' && password === 'right' ? done(null, { user: 'desk' }) : done(new Error('no')),
    ...over,
  });

  it.each([
    ['starttls', {}],
    ['tls', { secure: true }],
  ] as const)(
    '%s with a password: signs in, and trusts nobody whom it was not told to',
    async (tls, over) => {
      const server = await serve(secured(over));
      const settings = { tls, user: 'desk', passwordEnv: 'PASSWORD' };
      const config = mailTo(server.port, { ...settings, caFile: cert });
      const check = async (over: Partial<DeskConfig>, PASSWORD: string) =>
        (await checkTargets({ lang: 'ko', deliver: [], ...over }, { PASSWORD }))[0]!.error;
      expect(await check(config, 'right')).toBeNull();
      expect(await check(config, 'wrong')).toMatch(/127\.0\.0\.1:\d+.*(535|[Ll]ogin)/);
      expect(await check(mailTo(server.port, settings), 'right')).toMatch(/self-signed/);
      const inquiry = await addInquiry(opened.store);
      const desk = runDesk(opened.store, config, { env: { PASSWORD: 'right' } });
      const rows = await desk.settled(inquiry.id);
      await desk.stop();
      expect(rows.map(({ state }) => state)).toEqual(['done', 'done']);
    },
  );

  it('does not go on in clear text when the server offers no STARTTLS', async () => {
    const server = await serve();
    const inquiry = await addInquiry(opened.store);
    const desk = runDesk(opened.store, mailTo(server.port, { tls: 'starttls' }));
    const rows = await desk.settled(inquiry.id);
    await desk.stop();
    expect(rows.map(({ state, code }) => [state, code])).toEqual([
      ['dead', 'tls'],
      ['dead', 'tls'],
    ]);
    expect(server.seen).toEqual([]);
  });
});

it('a parsed letter shows every header once', async () => {
  const server = await serve();
  const inquiry = await addInquiry(opened.store);
  const desk = runDesk(opened.store, mailTo(server.port));
  await desk.settled(inquiry.id);
  await desk.stop();
  for (const { raw } of server.taken) {
    const names = (await PostalMime.parse(raw)).headers.map(({ key }) => key);
    expect(new Set(names).size).toBe(names.length);
  }
});
