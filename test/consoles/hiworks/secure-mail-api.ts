import { setTimeout as wait } from 'node:timers/promises';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { today } from '../common/clock.ts';
import type { Store } from '../common/store.ts';
import { mailOrDomainProblem } from '../common/validate.ts';
import { Refused, readBody } from './bad-input.ts';
import { mailOf, people, personOf } from './people.ts';
import { addRules } from './rules-api.ts';
import type { HiworksState } from './state.ts';

const base = '/api/admin/mail/secure';
const exclusive = 'POP3/SMTP 사용 중에는 이용할 수 없습니다.';

/** 메일 관리 > 보안 메일. */
export function addSecureMailApi(app: Hono, store: Store<HiworksState>, delay: number): void {
  app.get(`${base}/pop3`, (c) => {
    const { use, keepOnServer } = store.get().pop3;
    return c.json({ use, keepOnServer });
  });
  app.put(`${base}/pop3`, async (c) => {
    const saved = await readBody(c, v.strictObject({ use: v.boolean(), keepOnServer: v.boolean() }));
    store.change((state) => {
      Object.assign(state.pop3, saved);
      // POP3 takes copies out of the console's hands, so what guards mail inside it cannot stay on.
      if (saved.use) state.encrypted.use = state.approval.use = false;
    });
    return c.json(saved);
  });

  app.get(`${base}/exceptions`, async (c) => {
    await wait(delay);
    const { exceptions } = store.get().pop3;
    const listed = new Set(exceptions.map(({ id }) => id));
    return c.json({
      exceptions: exceptions.map(({ id, since }) => ({
        id,
        name: personOf(id)?.name ?? id,
        mail: mailOf(id),
        since,
      })),
      candidates: people
        .filter(({ id }) => !listed.has(id))
        .map(({ id, name, team }) => ({ id, name, team, mail: mailOf(id) })),
    });
  });
  app.put(`${base}/exceptions`, async (c) => {
    const { ids } = await readBody(c, v.strictObject({ ids: v.array(v.string()) }));
    for (const id of ids) if (!personOf(id)) throw new Refused(`없는 계정입니다: ${id}`);
    store.change((state) => {
      const since = new Map(state.pop3.exceptions.map((row) => [row.id, row.since]));
      state.pop3.exceptions = [...new Set(ids)].map((id) => ({ id, since: since.get(id) ?? today() }));
    });
    return c.json({ ids });
  });
  app.delete(`${base}/exceptions/:id`, (c) => {
    const id = c.req.param('id');
    if (!store.get().pop3.exceptions.some((row) => row.id === id))
      throw new Refused('이미 삭제된 사용자입니다.', 404);
    store.change((state) => {
      state.pop3.exceptions = state.pop3.exceptions.filter((row) => row.id !== id);
    });
    return c.json({ id });
  });

  for (const kind of ['encrypted', 'approval'] as const) {
    app.get(`${base}/${kind}`, (c) =>
      c.json({ ...store.get()[kind], blocked: store.get().pop3.use ? exclusive : null }),
    );
    app.put(`${base}/${kind}`, async (c) => {
      const { use } = await readBody(c, v.strictObject({ use: v.boolean() }));
      if (store.get().pop3.use) throw new Refused(exclusive, 409);
      store.change((state) => {
        state[kind].use = use;
      });
      return c.json({ use });
    });
  }

  addRules(app, store, {
    path: `${base}/senders`,
    list: (state) => state.senders,
    problem: mailOrDomainProblem,
    duplicate: '이미 등록된 메일 주소 또는 도메인입니다.',
  });
}
