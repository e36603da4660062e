import { Hono } from 'hono';
import { dropDelivery, listDeliveries, retryDelivery } from '../../deliver/index.ts';
import { download } from '../../intake/download.ts';
import type { Store } from '../../intake/index.ts';
import { rateLimit } from '../../intake/rate.ts';
import { isLocal, sameText } from '../../local.ts';
import { addReply, assign, type CaseFilter, findCase, listCases, setState } from '../cases.ts';
import { type HasAnswer, solvedSince, unanswered } from '../insights.ts';
import { isState, STATES, type State } from '../states.ts';
import { CasePage, type CasePageProps, DeletePage } from './case-page.tsx';
import { DeliveryPage } from './delivery-page.tsx';
import type { House } from './house.tsx';
import { DAYS, InsightPage } from './insight-page.tsx';
import { CaseList, PAGE } from './list-page.tsx';
import { type Frame, HEADERS, page } from './page.tsx';
import { ownForms, tokenSession } from './session.ts';
import { styleSheet } from './style.ts';
import { type Words, wordsFor } from './texts.ts';

export interface DeskPageParts {
  store: Store;
  house: House;
  /** What support signs in with. */
  token: string;
  /** Not from this machine only; then TLS has to stand in front. */
  remote: boolean;
  hasAnswer: HasAnswer;
  titleOf(article: string): string;
  /** Something was put on its way. */
  sent(): void;
}

/** Support's page: inquiries, answers, what failed to leave the desk, and what the documents lack. */
export function deskPage({ store, house, token, remote, hasAnswer, titleOf, sent }: DeskPageParts): Hono {
  const db = store.database;
  const app = new Hono().basePath('/desk');
  const session = tokenSession('gj_desk', token, '/desk');
  const tries = rateLimit(20);

  const frame = (
    words: Words,
    current: string,
    rest: Omit<Frame, 'words' | 'house' | 'title' | 'places' | 'signOut'>,
  ) =>
    page({
      ...{ words, house },
      title: words.support.title,
      places: [
        ['/desk', words.support.inquiries],
        ['/desk/deliveries', words.support.deliveries],
        ['/desk/insights', words.support.insights],
      ].map(([href = '', label = '']) => ({ href, label, current: href === current })),
      signOut: { action: '/desk/sign-out', label: words.support.signOut },
      ...rest,
    });

  app.use('*', async (c, next) => {
    if (!remote && !isLocal(c)) return c.notFound();
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('*', ownForms);
  app.get('/style.css', async (c) =>
    c.body(await styleSheet(house.brand), 200, { 'Content-Type': 'text/css' }),
  );

  const signIn = (words: Words, wrong: string | null) =>
    page({
      ...{ words, house },
      title: words.support.title,
      said: wrong ? { ok: false, words: wrong } : null,
      children: (
        <form class="ask" method="post" action="/desk/sign-in">
          <h1>{words.support.signIn}</h1>
          <label for="token">{words.support.token}</label>
          <input class="gj-input" id="token" name="token" type="password" required aria-describedby="how" />
          <p id="how" class="faint">
            {words.support.tokenHow}
          </p>
          <button type="submit" class="gj-button gj-primary">
            {words.support.signIn}
          </button>
        </form>
      ),
    });
  app.post('/sign-in', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    if (tries.take('sign-in') > 0) return c.html(signIn(words, words.support.tooOften), 429);
    const { token: given } = await c.req.parseBody();
    if (typeof given !== 'string' || !sameText(given.trim(), token))
      return c.html(signIn(words, words.support.tokenWrong), 401);
    await session.begin(c);
    return c.redirect('/desk', 303);
  });
  app.use('*', async (c, next) => {
    if (await session.isIn(c)) return next();
    return c.html(signIn(wordsFor(c.req.header('Accept-Language')), null), 401);
  });
  app.post('/sign-out', (c) => {
    session.end(c);
    return c.redirect('/desk', 303);
  });

  app.get('/', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const { state = '', assignee = '*', words: sought = '', after, said } = c.req.query();
    const states = state.split(' ').filter(isState);
    const filter: CaseFilter = {
      ...(states.length > 0 && { states }),
      ...(assignee !== '*' && { assignee }),
      ...(sought && { words: sought }),
    };
    const cases = await listCases(db, { ...filter, limit: PAGE, ...(after && { after }) });
    const assignees = await names();
    return c.html(
      frame(words, '/desk', {
        said: said ? { ok: true, words: words.support.deleted(said) } : null,
        children: <CaseList {...{ words, filter, cases, assignees }} />,
      }),
    );
  });

  app.get('/deliveries', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const deliveries = await listDeliveries(db);
    return c.html(
      frame(words, '/desk/deliveries', { children: <DeliveryPage {...{ words, deliveries }} /> }),
    );
  });
  app.post('/deliveries/:id', async (c) => {
    const { do: act, reason, back } = await c.req.parseBody();
    const id = c.req.param('id');
    if (act === 'drop') await dropDelivery(db, id, String(reason ?? '').slice(0, 200) || '-');
    else await retryDelivery(db, id);
    sent();
    return c.redirect(
      typeof back === 'string' && /^\/desk\/[\w-]+$/.test(back) ? back : '/desk/deliveries',
      303,
    );
  });

  app.get('/insights', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const [open, counted] = await Promise.all([unanswered(db, hasAnswer), solvedSince(db, DAYS, new Date())]);
    const solved = counted.map((each) => ({ ...each, title: titleOf(each.article) }));
    return c.html(frame(words, '/desk/insights', { children: <InsightPage {...{ words, open, solved }} /> }));
  });

  /** A page about one inquiry, or that there is none. */
  const shown = async (
    words: Words,
    number: string,
    rest: Pick<CasePageProps, 'typed' | 'by'> & { said?: Frame['said'] } = {},
  ): Promise<string | null> => {
    const [stored, found] = await Promise.all([store.find(number), findCase(db, number)]);
    if (!stored || !found) return null;
    const deliveries = await listDeliveries(db, { inquiry: stored.inquiry.id });
    const { said, ...typed } = rest;
    return frame(words, '', {
      said: said ?? null,
      children: <CasePage {...{ words, stored, found, deliveries }} {...typed} />,
    });
  };
  const missing = (words: Words) =>
    frame(words, '', { said: { ok: false, words: words.support.missing }, children: null });

  app.get('/:number', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const key = c.req.query('said') as 'sent' | 'saved' | undefined;
    const said = key && ['sent', 'saved'].includes(key) ? { ok: true, words: words.support[key] } : null;
    const html = await shown(words, c.req.param('number'), { said, by: c.req.query('by') ?? '' });
    return html ? c.html(html) : c.html(missing(words), 404);
  });
  app.get('/:number/files/:position{[0-9]+}', async (c) => {
    const stored = await store.find(c.req.param('number'));
    const position = Number(c.req.param('position'));
    const name = stored?.inquiry.files[position]?.name;
    const bytes = stored && (await store.file(stored.inquiry.id, position));
    if (!bytes || name === undefined) return c.notFound();
    return download(c, bytes, name);
  });
  app.post('/:number/reply', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const number = c.req.param('number');
    const form = await c.req.parseBody();
    const [text, by] = [String(form.text ?? ''), String(form.by ?? '').slice(0, 100)];
    const found = await findCase(db, number);
    if (!found) return c.html(missing(words), 404);
    const added = await addReply(db, {
      ...{ inquiry: found.id, by: 'support', author: by, text },
      close: form.close === 'yes',
    });
    if ('refused' in added) {
      const said = { ok: false, words: words.support.problems[added.refused] ?? added.refused };
      return c.html((await shown(words, number, { said, typed: text, by })) ?? missing(words), 422);
    }
    sent();
    return c.redirect(`/desk/${number}?said=sent&by=${encodeURIComponent(by)}`, 303);
  });
  app.post('/:number/assign', async (c) => {
    const found = await findCase(db, c.req.param('number'));
    const { who } = await c.req.parseBody();
    if (found) await assign(db, found.id, String(who ?? ''));
    return c.redirect(`/desk/${c.req.param('number')}?said=saved`, 303);
  });
  app.post('/:number/state', async (c) => {
    const found = await findCase(db, c.req.param('number'));
    const { state } = await c.req.parseBody();
    if (found && typeof state === 'string' && STATES.includes(state as State))
      await setState(db, found.id, state as State);
    return c.redirect(`/desk/${c.req.param('number')}?said=saved`, 303);
  });
  app.get('/:number/delete', (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    return c.html(
      frame(words, '', { children: <DeletePage words={words} number={c.req.param('number')} /> }),
    );
  });
  app.post('/:number/delete', async (c) => {
    const words = wordsFor(c.req.header('Accept-Language'));
    const number = c.req.param('number');
    const { number: typed } = await c.req.parseBody();
    const found = await findCase(db, number);
    if (!found) return c.html(missing(words), 404);
    if (String(typed).trim() !== found.number) {
      const said = { ok: false, words: words.support.problems.mismatch ?? '' };
      return c.html(frame(words, '', { said, children: <DeletePage words={words} number={number} /> }), 422);
    }
    await store.remove(found.id);
    return c.redirect(`/desk?said=${found.number}`, 303);
  });

  async function names(): Promise<string[]> {
    const rows = await db.query<{ assignee: string }>(
      "select distinct assignee from inquiries where assignee <> '' order by assignee limit 100",
    );
    return rows.map(({ assignee }) => assignee);
  }
  return app;
}
