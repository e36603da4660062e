import type { Context } from 'hono';
import * as v from 'valibot';

/** A request that the console refuses, with the sentence it shows for that. */
export class Refused extends Error {
  readonly status: 400 | 403 | 404 | 409;
  constructor(message: string, status: 400 | 403 | 404 | 409 = 400) {
    super(message);
    this.status = status;
  }
}

/** The JSON body, if it fits `schema`; throws Refused otherwise. */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new Refused('요청을 읽을 수 없습니다.');
  });
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new Refused('요청한 값이 올바르지 않습니다.');
  return parsed.output;
}

/** Throws Refused when `problem` is a sentence. */
export function refuseIf(problem: string | null): void {
  if (problem) throw new Refused(problem);
}
