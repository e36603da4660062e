import type { Hono } from 'hono';
import * as v from 'valibot';
import { today } from '../common/clock.ts';
import type { Store } from '../common/store.ts';
import type { Problem } from '../common/validate.ts';
import { Refused, readBody, refuseIf } from './bad-input.ts';
import type { HiworksState, Rule } from './state.ts';

interface RuleList {
  path: string;
  list(state: HiworksState): Rule[];
  problem(text: string): Problem;
  /** Said when the value is on the list already, whatever its verdict. */
  duplicate: string;
}

/** A list of allowed and blocked values: read, add, remove. */
export function addRules(app: Hono, store: Store<HiworksState>, rules: RuleList): void {
  const list = () => rules.list(store.get() as HiworksState);
  app.get(rules.path, (c) => c.json(list()));
  app.post(rules.path, async (c) => {
    const body = await readBody(
      c,
      v.strictObject({
        verdict: v.picklist(['allow', 'block']),
        value: v.pipe(v.string(), v.trim(), v.toLowerCase()),
      }),
    );
    refuseIf(rules.problem(body.value));
    if (list().some((rule) => rule.value === body.value)) throw new Refused(rules.duplicate, 409);
    store.change((state) => {
      rules.list(state).unshift({ id: state.nextId, ...body, since: today() });
      state.nextId += 1;
    });
    return c.json(list()[0], 201);
  });
  app.delete(`${rules.path}/:id`, (c) => {
    const at = list().findIndex((rule) => String(rule.id) === c.req.param('id'));
    if (at < 0) throw new Refused('이미 삭제된 항목입니다.', 404);
    store.change((state) => {
      rules.list(state).splice(at, 1);
    });
    return c.json({});
  });
}
