import { Expected } from '../say.ts';
import { readPresence } from './presence.ts';
import { FolderInUseError, openStore, type Store, type StorePlace } from './store/index.ts';

/** Asks a running desk, below one path: `GET` without a body, else `POST`. @throws Error for any refusal */
export type AskDesk = <T>(rest: string, body?: unknown) => Promise<T>;

/**
 * Something that works on the store: in a desk that runs on this machine and has it open, or on the store itself. A
 * folder belongs to one process; a database server does not.
 * @param path of the running desk, such as `/api/desk/support`
 * @throws Expected when the store is held by something that does not answer
 */
export async function hereOrThere<T>(
  place: StorePlace,
  path: string,
  make: {
    here: (store: Store) => T;
    there: (ask: AskDesk) => T;
    /** A question that a running desk can answer: whether it is really there. */
    probe: (desk: T) => Promise<unknown>;
  },
): Promise<T> {
  const ask = place.databaseUrl ? null : await askDesk(place.dataDir, path);
  if (ask) {
    const desk = make.there(ask);
    // What was announced may have been killed since.
    if (await make.probe(desk).then(Boolean, () => false)) return desk;
  }
  try {
    return make.here(await openStore(place));
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Expected({
      ko: `데스크가 저장소(${place.dataDir})를 열고 있지만 응답하지 않습니다. 데스크가 시작되는 중이라면 잠시 후 다시 실행하고, 아니면 데스크를 종료한 뒤 다시 실행하십시오.`,
      en: `A desk has the store in ${place.dataDir} open but does not answer. If it is just starting, try again in a moment; otherwise stop it and try again.`,
    });
  }
}

async function askDesk(dataDir: string, path: string): Promise<AskDesk | null> {
  const presence = await readPresence(dataDir);
  if (!presence) return null;
  const { url, token } = presence;
  return async (rest, body) => {
    const response = await fetch(url + path + rest, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`${url}${path}${rest}: ${response.status}`);
    return response.json();
  };
}
