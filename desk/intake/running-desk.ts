import { Expected } from '../say.ts';
import { type DeskPresence, readPresence } from './presence.ts';
import { FolderInUseError, openStore, type Store, type StorePlace } from './store/index.ts';

/** A desk that runs on this machine, asked with the token that it has announced. */
export interface RunningDesk {
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of the answer: `GET` without a body, else `POST`. @throws Error for any refusal */
  ask<T>(path: string, body?: unknown): Promise<T>;
}

/**
 * Something that works on the store: in a desk that runs on this machine and has it open, or on the store itself. A
 * folder belongs to one process; a database server does not.
 * @throws Expected when the store is held by something that does not answer
 */
export async function hereOrThere<T>(
  place: StorePlace,
  make: {
    here: (store: Store) => T;
    there: (desk: RunningDesk) => T;
    /** A question that a running desk can answer: whether it is really there. */
    probe: (desk: T) => Promise<unknown>;
  },
): Promise<T> {
  const presence = place.databaseUrl ? null : await readPresence(place.dataDir);
  if (presence) {
    const desk = make.there(runningDesk(presence));
    // What was announced may have been killed since.
    if (await make.probe(desk).then(Boolean, () => false)) return desk;
  }
  try {
    return make.here(await openStore(place));
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Expected({
      ko: `데스크가 문의 저장소(${place.dataDir})를 열고 있지만 응답하지 않습니다. 데스크가 시작되는 중이라면 잠시 후 다시 실행하고, 아니면 데스크를 종료한 뒤 다시 실행하십시오.`,
      en: `A desk has the inquiries in ${place.dataDir} open but does not answer. If it is just starting, try again in a moment; otherwise stop it and try again.`,
    });
  }
}

function runningDesk({ url, token }: DeskPresence): RunningDesk {
  const request = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
    });
  return {
    request,
    async ask(path, body) {
      const response = await request(
        path,
        body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
      );
      if (!response.ok) throw new Error(`${url}${path}: ${response.status}`);
      return response.json();
    },
  };
}
