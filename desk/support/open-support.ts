import type { StorePlace } from '../intake/index.ts';
import { hereOrThere } from '../intake/running-desk.ts';
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
export function openSupport(place: StorePlace & { migrations: URL[] }): Promise<SupportDesk> {
  return hereOrThere<SupportDesk>(place, {
    here: (store) => ({
      list: (filter) => listCases(store.database, filter),
      find: (key) => findCase(store.database, key),
      reply: (words) => addReply(store.database, { ...words, by: 'support' }),
      assign: (inquiry, who) => assign(store.database, inquiry, who),
      setState: (inquiry, state) => setState(store.database, inquiry, state),
      close: () => store.close(),
    }),
    there: ({ ask }) => ({
      list: (filter) => ask(`${SUPPORT_PATH}/list`, [filter ?? {}]),
      find: async (key) => {
        const found = await ask<Case | null>(`${SUPPORT_PATH}/find`, [key]);
        const replies = found?.replies.map((each) => ({ ...each, at: new Date(each.at) })) ?? [];
        return found && { ...found, replies };
      },
      reply: (words) => ask(`${SUPPORT_PATH}/reply`, [words]),
      assign: (inquiry, who) => ask(`${SUPPORT_PATH}/assign`, [inquiry, who]),
      setState: (inquiry, state) => ask(`${SUPPORT_PATH}/state`, [inquiry, state]),
      async close() {},
    }),
    probe: (desk) => desk.list({ limit: 1 }),
  });
}
