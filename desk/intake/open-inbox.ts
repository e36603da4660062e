import { Expected } from '../say.ts';
import { AUDIT_PATH, DESK_PATH } from './desk-routes.ts';
import { type DeskPresence, readPresence } from './presence.ts';
import { FolderInUseError, type Inbox, openStore, type StorePlace } from './store/index.ts';

/**
 * The inbox from the command line. A store folder belongs to one process, so a running desk is asked; without
 * one, or with a database server, the store is opened here.
 * @throws Expected when the store is held by something that does not answer
 */
export async function openInbox(place: StorePlace): Promise<Inbox> {
  if (place.databaseUrl) return openStore(place);
  const presence = await readPresence(place.dataDir);
  if (presence && (await isThere(presence))) return remoteInbox(presence);
  try {
    return await openStore(place);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Expected({
      ko: `데스크가 문의 저장소(${place.dataDir})를 열고 있지만 응답하지 않습니다. 데스크가 시작되는 중이라면 잠시 후 다시 실행하고, 아니면 데스크를 종료한 뒤 다시 실행하십시오.`,
      en: `A desk has the inquiries in ${place.dataDir} open but does not answer. If it is just starting, try again in a moment; otherwise stop it and try again.`,
    });
  }
}

async function isThere(presence: DeskPresence): Promise<boolean> {
  try {
    return (await ask(presence, `${DESK_PATH}?limit=1`)).ok;
  } catch {
    return false;
  }
}

function ask({ url, token }: DeskPresence, path: string, method = 'GET'): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
}

function remoteInbox(presence: DeskPresence): Inbox {
  async function answer(path: string, method?: string): Promise<Response> {
    const response = await ask(presence, path, method);
    if (response.ok) return response;
    throw new Error(`${presence.url}${path}: ${response.status}`);
  }
  return {
    async list({ limit = 50, before } = {}) {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(before ? { received: before.received, number: before.number } : {}),
      });
      return (await answer(`${DESK_PATH}?${query}`)).json();
    },
    async find(key) {
      return (await answer(`${DESK_PATH}/${encodeURIComponent(key)}`)).json();
    },
    async file(id, position) {
      const response = await ask(presence, `${DESK_PATH}/${encodeURIComponent(id)}/files/${position}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async remove(id) {
      return (await answer(`${DESK_PATH}/${encodeURIComponent(id)}`, 'DELETE')).json();
    },
    async audit(limit) {
      return (await answer(`${AUDIT_PATH}?limit=${limit}`)).json();
    },
    async close() {},
  };
}
