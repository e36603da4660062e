import { AUDIT_PATH, DESK_PATH } from './desk-routes.ts';
import { hereOrThere, type RunningDesk } from './running-desk.ts';
import type { Inbox, StorePlace } from './store/index.ts';

/**
 * The inbox from the command line: the store itself, or the desk that has it open.
 * @throws Expected when the store is held by something that does not answer
 */
export function openInbox(place: StorePlace): Promise<Inbox> {
  return hereOrThere<Inbox>(place, {
    here: (store) => store,
    there: remoteInbox,
    probe: (inbox) => inbox.list({ limit: 1 }),
  });
}

function remoteInbox({ ask, request }: RunningDesk): Inbox {
  const one = (key: string) => `${DESK_PATH}/${encodeURIComponent(key)}`;
  return {
    list({ limit = 50, before } = {}) {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(before ? { received: before.received, number: before.number } : {}),
      });
      return ask(`${DESK_PATH}?${query}`);
    },
    find: (key) => ask(one(key)),
    async file(id, position) {
      const response = await request(`${one(id)}/files/${position}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async remove(id) {
      const response = await request(one(id), { method: 'DELETE' });
      if (!response.ok) throw new Error(`${one(id)}: ${response.status}`);
      return response.json();
    },
    audit: (limit) => ask(`${AUDIT_PATH}?limit=${limit}`),
    async close() {},
  };
}
