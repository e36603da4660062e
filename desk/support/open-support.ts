import { FolderInUseError, openStore, type StorePlace } from '../intake/index.ts';
import { readPresence } from '../intake/presence.ts';
import { Expected } from '../say.ts';
import {
  addReply,
  assign,
  type Case,
  type CaseFilter,
  type CaseSummary,
  findCase,
  listCases,
  setState,
} from './cases.ts';
import { SUPPORT_PATH } from './desk-routes.ts';

/** What support does with inquiries, be the store open here or in a running desk. */
export interface SupportDesk {
  list(filter?: CaseFilter): Promise<CaseSummary[]>;
  find(key: string): Promise<Case | null>;
  reply(words: Omit<Parameters<typeof addReply>[1], 'by'>): ReturnType<typeof addReply>;
  assign(inquiry: string, who: string): Promise<boolean>;
  setState(inquiry: string, state: Case['state']): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws Expected when the store is held by something that does not answer */
export async function openSupport(place: StorePlace & { migrations: URL[] }): Promise<SupportDesk> {
  const running = place.databaseUrl ? null : await remote(place.dataDir);
  if (running) return running;
  try {
    const store = await openStore(place);
    const db = store.database;
    return {
      list: (filter) => listCases(db, filter),
      find: (key) => findCase(db, key),
      reply: (words) => addReply(db, { ...words, by: 'support' }),
      assign: (inquiry, who) => assign(db, inquiry, who),
      setState: (inquiry, state) => setState(db, inquiry, state),
      close: () => store.close(),
    };
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Expected({
      ko: `데스크가 저장소(${place.dataDir})를 열고 있지만 응답하지 않습니다. 잠시 후 다시 실행하거나 데스크를 종료하십시오.`,
      en: `A desk has the store in ${place.dataDir} open but does not answer. Try again in a moment, or stop it.`,
    });
  }
}

/** A desk that runs on this machine with that store; `null` when there is none. */
async function remote(dataDir: string): Promise<SupportDesk | null> {
  const presence = await readPresence(dataDir);
  if (!presence) return null;
  const ask = async <T>(call: string, ...args: unknown[]): Promise<T> => {
    const response = await fetch(`${presence.url}${SUPPORT_PATH}/${call}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${presence.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(args),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`${presence.url}${SUPPORT_PATH}/${call}: ${response.status}`);
    return (await response.json()) as T;
  };
  const desk: SupportDesk = {
    list: (filter) => ask('list', filter ?? {}),
    find: async (key) => {
      const found = await ask<Case | null>('find', key);
      return (
        found && { ...found, replies: found.replies.map((each) => ({ ...each, at: new Date(each.at) })) }
      );
    },
    reply: (words) => ask('reply', words),
    assign: (inquiry, who) => ask('assign', inquiry, who),
    setState: (inquiry, state) => ask('state', inquiry, state),
    async close() {},
  };
  try {
    await desk.list({ limit: 1 });
    return desk;
  } catch {
    return null;
  }
}
