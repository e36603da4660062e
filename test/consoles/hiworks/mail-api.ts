import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Store } from '../common/store.ts';
import { mailOrDomainProblem } from '../common/validate.ts';
import { Refused, readBody, refuseIf } from './bad-input.ts';
import { boxes, messages } from './messages.ts';
import type { HiworksSessions } from './sign-in.ts';
import { freshPersonal, type HiworksState, type Personal } from './state.ts';

/** 메일: the mailbox and each person's own 환경 설정. */
export function addMailApi(app: Hono, store: Store<HiworksState>, sessions: HiworksSessions): void {
  const idOf = (c: Context) => sessions.read(c)!.id;
  const mine = (c: Context): Personal => store.get().personal[idOf(c)] ?? freshPersonal();
  const change = (c: Context, edit: (personal: Personal, state: HiworksState) => void) =>
    store.change((state) => {
      const personal = state.personal[idOf(c)] ?? freshPersonal();
      state.personal[idOf(c)] = personal;
      edit(personal, state);
    });
  /** The office allows POP3 to everybody when it is on, and to the exception users when it is off. */
  const allowed = (c: Context) => {
    const { use, exceptions } = store.get().pop3;
    return use || exceptions.some(({ id }) => id === idOf(c));
  };

  app.get('/api/mail/messages', (c) => {
    const box = boxes.find(({ key }) => key === (c.req.query('box') ?? 'inbox'));
    if (!box) throw new Refused('없는 메일함입니다.', 404);
    return c.json({ box, boxes, messages: messages.filter((message) => message.box === box.key) });
  });
  app.get('/api/mail/settings/basic', (c) =>
    c.json({ pop3: allowed(c) && mine(c).pop3, allowed: allowed(c) }),
  );
  app.put('/api/mail/settings/basic', async (c) => {
    const { pop3 } = await readBody(c, v.strictObject({ pop3: v.boolean() }));
    if (!allowed(c)) throw new Refused('관리자가 POP3/SMTP 사용을 허용하지 않았습니다.', 409);
    change(c, (personal) => {
      personal.pop3 = pop3;
    });
    return c.json({ pop3 });
  });
  app.get('/api/mail/settings/signature', (c) => c.json({ signature: mine(c).signature }));
  app.put('/api/mail/settings/signature', async (c) => {
    const { signature } = await readBody(c, v.strictObject({ signature: v.string() }));
    if (signature.length > 1000) throw new Refused('서명은 1,000자까지 입력할 수 있습니다.');
    change(c, (personal) => {
      personal.signature = signature;
    });
    return c.json({ signature });
  });
  app.get('/api/mail/settings/sorting', (c) => c.json({ rules: mine(c).sorting, boxes }));
  app.post('/api/mail/settings/sorting', async (c) => {
    const rule = await readBody(
      c,
      v.strictObject({
        sender: v.pipe(v.string(), v.trim(), v.toLowerCase()),
        box: v.picklist(boxes.map(({ key }) => key)),
      }),
    );
    refuseIf(mailOrDomainProblem(rule.sender));
    if (mine(c).sorting.some(({ sender }) => sender === rule.sender))
      throw new Refused('이미 등록된 보낸 사람입니다.', 409);
    change(c, (personal, state) => {
      personal.sorting.push({ id: state.nextId, ...rule });
      state.nextId += 1;
    });
    return c.json({}, 201);
  });
  app.delete('/api/mail/settings/sorting/:id', (c) => {
    const id = Number(c.req.param('id'));
    if (!mine(c).sorting.some((rule) => rule.id === id)) throw new Refused('이미 삭제된 규칙입니다.', 404);
    change(c, (personal) => {
      personal.sorting = personal.sorting.filter((rule) => rule.id !== id);
    });
    return c.json({});
  });
}
