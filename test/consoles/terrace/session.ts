import type { Context } from 'hono';
import type { Sessions } from '../common/sessions.ts';

/** What the next page says and, after a mistake, what had been typed. */
export interface Flash {
  kind: 'done' | 'error';
  text: string;
  values?: Record<string, string>;
}
export interface TerraceSession {
  id: string;
  /** False between the password and [확인] of the notice. */
  confirmed: boolean;
  flash: Flash | null;
}
export type TerraceSessions = Sessions<TerraceSession>;

/** Reads the message that a post left behind; it is shown once. */
export function takeFlash(session: TerraceSession): Flash | null {
  const { flash } = session;
  session.flash = null;
  return flash;
}

/** The text fields of a posted form, trimmed; of a repeated name, all values under `name[]`. */
export async function readForm(
  c: Context,
): Promise<{ one(name: string): string; all(name: string): string[] }> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) =>
    [body[name] ?? []].flat().map((value) => (typeof value === 'string' ? value.trim() : ''));
  return { one: (name) => all(name)[0] ?? '', all };
}
