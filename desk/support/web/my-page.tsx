import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { clientOf } from '../../intake/client.ts';
import { download } from '../../intake/download.ts';
import type { Store } from '../../intake/index.ts';
import { rateLimit } from '../../intake/rate.ts';
import { addReply, findCase, listCases } from '../cases.ts';
import { emailOf, endSession, openLink, sendLink } from '../links.ts';
import { STATES } from '../states.ts';
import type { House } from './house.tsx';
import { AskForLink, MyCase, MyList, OpenLink, Withdraw } from './my-views.tsx';
import { type Frame, HEADERS, page } from './page.tsx';
import { overTls, ownForms } from './session.ts';
import { type Words, wordsFor } from './texts.ts';

export interface MyPageParts {
  store: Store;
  house: House;
  /** Address of this desk as people reach it, from the signed bundle: never from a request's own headers. */
  url: string;
  /** Whether there is a way to send an e-mail. */
  canSend: boolean;
  trustProxy: boolean;
  /** Something was put on its way. */
  sent(): void;
  now?: () => Date;
}

const COOKIE = 'gj_my';

/** Somebody's own inquiries: state, answers, further words, and the end of their consent. No account, no password. */
export function myPage({
  store,
  house,
  url,
  canSend,
  trustProxy,
  sent,
  now = () => new Date(),
}: MyPageParts): Hono {
  const db = store.database;
  const app = new Hono().basePath('/my');
  // By who asks and by whom it is about: nobody fills somebody else's mailbox.
  const byClient = rateLimit(20);
  const byEmail = rateLimit(3);

  const frame = (words: Words, inside: boolean, rest: Omit<Frame, 'words' | 'house' | 'title'>) =>
    page({
      ...{ words, house },
      title: words.my.title,
      contact: true,
      ...(inside && { signOut: { action: '/my/sign-out', label: words.my.signOut } }),
      ...rest,
    });
  const wordsOf = (c: { req: { header(name: string): string | undefined } }) =>
    wordsFor(c.req.header('Accept-Language'));
  const ask = (words: Words, said: Frame['said'] = null) =>
    frame(words, false, { said, children: <AskForLink words={words} canSend={canSend} /> });

  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('*', ownForms);

  app.post('/link', async (c) => {
    const words = wordsOf(c);
    const { email: typed } = await c.req.parseBody();
    const email = String(typed ?? '').trim();
    if (!canSend) return c.html(ask(words), 503);
    if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email))
      return c.html(ask(words, { ok: false, words: words.my.emailWrong }), 422);
    if (byClient.take(clientOf(c, trustProxy)) > 0 || byEmail.take(email.toLowerCase()) > 0)
      return c.html(ask(words, { ok: false, words: words.my.tooOften }), 429);
    await sendLink(db, { email, lang: words.lang, address: new URL('/my/open', url).href, now: now() });
    sent();
    return c.html(ask(words, { ok: true, words: words.my.sent(email) }));
  });
  app.get('/open/:secret', (c) => {
    const words = wordsOf(c);
    return c.html(
      frame(words, false, { children: <OpenLink words={words} secret={c.req.param('secret')} /> }),
    );
  });
  app.post('/open/:secret', async (c) => {
    const words = wordsOf(c);
    const session = await openLink(db, c.req.param('secret'), now());
    if (!session) return c.html(ask(words, { ok: false, words: words.my.linkWrong }), 410);
    setCookie(c, COOKIE, session, { path: '/my', httpOnly: true, sameSite: 'Lax', secure: overTls(c) });
    return c.redirect('/my', 303);
  });
  app.post('/sign-out', async (c) => {
    await endSession(db, getCookie(c, COOKIE) ?? '');
    deleteCookie(c, COOKIE, { path: '/my' });
    return c.redirect('/my', 303);
  });

  const whose = (c: Parameters<typeof getCookie>[0]) => emailOf(db, getCookie(c, COOKIE) ?? '', now());
  app.get('/', async (c) => {
    const words = wordsOf(c);
    const email = await whose(c);
    if (!email) return c.html(ask(words));
    const cases = await listCases(db, { email, states: [...STATES], limit: 200 });
    const gone = c.req.query('gone');
    const said = gone && /^[\d-]{1,20}$/.test(gone) ? { ok: true, words: words.my.withdrawn(gone) } : null;
    return c.html(frame(words, true, { said, children: <MyList {...{ words, email, cases }} /> }));
  });

  /** An inquiry of the person who is in; somebody else's does not exist. */
  const own = async (c: Parameters<typeof getCookie>[0], number: string) => {
    const email = await whose(c);
    const [stored, found] = email ? await Promise.all([store.find(number), findCase(db, number)]) : [];
    return stored && found && stored.inquiry.email.toLowerCase() === email?.toLowerCase()
      ? { stored, found }
      : null;
  };
  const missing = (words: Words) =>
    frame(words, true, {
      said: { ok: false, words: words.my.missing },
      children: <a href="/my">{words.my.title}</a>,
    });

  app.get('/:number', async (c) => {
    const words = wordsOf(c);
    const mine = await own(c, c.req.param('number'));
    if (!mine) return c.html((await whose(c)) ? missing(words) : ask(words), 404);
    const said = c.req.query('said') === 'added' ? { ok: true, words: words.my.added } : null;
    return c.html(frame(words, true, { said, children: <MyCase words={words} {...mine} /> }));
  });
  app.get('/:number/files/:position{[0-9]+}', async (c) => {
    const mine = await own(c, c.req.param('number'));
    const position = Number(c.req.param('position'));
    const name = mine?.stored.inquiry.files[position]?.name;
    const bytes = mine && (await store.file(mine.found.id, position));
    if (!bytes || name === undefined) return c.notFound();
    return download(c, bytes, name);
  });
  app.post('/:number/add', async (c) => {
    const words = wordsOf(c);
    const mine = await own(c, c.req.param('number'));
    if (!mine) return c.html(missing(words), 404);
    const text = String((await c.req.parseBody()).text ?? '');
    const added = await addReply(db, {
      ...{ inquiry: mine.found.id, by: 'asker', author: mine.stored.inquiry.email, text },
    });
    if ('refused' in added) {
      const why = added.refused === 'too-long' ? words.my.tooLong : words.my.empty;
      const children = <MyCase words={words} {...mine} typed={text} />;
      return c.html(frame(words, true, { said: { ok: false, words: why }, children }), 422);
    }
    sent();
    return c.redirect(`/my/${mine.found.number}?said=added`, 303);
  });
  app.get('/:number/withdraw', async (c) => {
    const words = wordsOf(c);
    const mine = await own(c, c.req.param('number'));
    if (!mine) return c.html(missing(words), 404);
    return c.html(frame(words, true, { children: <Withdraw words={words} number={mine.found.number} /> }));
  });
  app.post('/:number/withdraw', async (c) => {
    const words = wordsOf(c);
    const mine = await own(c, c.req.param('number'));
    if (!mine) return c.html(missing(words), 404);
    await store.remove(mine.found.id);
    return c.redirect(`/my?gone=${mine.found.number}`, 303);
  });
  return app;
}
