import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Store } from '../common/store.ts';
import { ipProblem } from '../common/validate.ts';
import { Refused, readBody } from './bad-input.ts';
import { mailOf, people, personOf } from './people.ts';
import { addRules } from './rules-api.ts';
import type { HiworksState } from './state.ts';

/** The parts of 하이웍스 관리 other than 보안 메일. */
export function addAdminApi(app: Hono, store: Store<HiworksState>): void {
  addRules(app, store, {
    path: '/api/admin/security/addresses',
    list: (state) => state.addresses,
    problem: ipProblem,
    duplicate: '이미 등록된 IP 주소입니다.',
  });
  app.get('/api/admin/security/logins', (c) =>
    c.json(store.get().logins.map((row) => ({ ...row, name: personOf(row.id)?.name ?? row.id }))),
  );
  app.get('/api/admin/office', (c) => c.json(store.get().office));
  app.put('/api/admin/office', async (c) => {
    const { name } = await readBody(
      c,
      v.strictObject({ name: v.pipe(v.string(), v.trim(), v.maxLength(40)) }),
    );
    if (!name) throw new Refused('오피스 이름을 입력해 주세요.');
    store.change((state) => {
      state.office.name = name;
    });
    return c.json({ name });
  });
  app.get('/api/admin/mail/archive', (c) => c.json(store.get().archive));
  app.put('/api/admin/mail/archive', async (c) => {
    const archive = await readBody(c, v.strictObject({ use: v.boolean(), years: v.picklist([1, 3, 5, 10]) }));
    store.change((state) => {
      state.archive = archive;
    });
    return c.json(archive);
  });
  app.get('/api/admin/mail/status', (c) =>
    // Figures that look used: they grow with the place on the list and mean nothing.
    c.json(
      people.map(({ id, name }, at) => ({
        name,
        mail: mailOf(id),
        used: 312 + at * 157,
        boxes: 4 + (at % 3),
      })),
    ),
  );
}
