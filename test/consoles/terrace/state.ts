import { filterPages } from './filters.ts';

/** One on/off filter with its reply to the sending server. `max` counts only where the page has that field. */
export interface Switch {
  use: boolean;
  reject: string;
  max: number;
}
export interface Entry {
  id: number;
  /** IP address or CIDR range, mail address or domain, or a country's code. */
  value: string;
  note: string;
  /** `YYYY-MM-DD HH:mm` */
  since: string;
}
export interface Condition {
  field: string;
  compare: string;
  text: string;
}
export interface ContentRule {
  id: number;
  name: string;
  join: 'AND' | 'OR';
  conditions: Condition[];
  action: string;
  use: boolean;
}

/** Everything that can be saved on the Terrace-like console. */
export interface TerraceState {
  /** By the key of the page, e.g. `smtpAuthForeignIp`; see filters.ts. */
  switches: Record<string, Switch>;
  /** By the key of the page, e.g. `superWhiteIp`, oldest first. */
  lists: Record<string, Entry[]>;
  contentRules: ContentRule[];
  alarm: { mail: string };
  /** 접속 기록, newest first. */
  logins: { at: string; id: string; ip: string; ok: boolean }[];
  nextId: number;
}

export function freshTerrace(): TerraceState {
  const state: TerraceState = {
    switches: {},
    lists: {},
    contentRules: [
      {
        id: 1,
        name: '광고 제목 차단',
        join: 'OR',
        conditions: [
          { field: '제목', compare: '포함', text: '(광고)' },
          { field: '제목', compare: '포함', text: '무료 체험' },
        ],
        action: '차단',
        use: true,
      },
      {
        id: 2,
        name: '실행 파일 첨부',
        join: 'AND',
        conditions: [{ field: '첨부파일 확장자', compare: '일치', text: 'exe' }],
        action: '승인 대기',
        use: false,
      },
    ],
    alarm: { mail: 'mailadmin@example.com' },
    logins: [],
    nextId: 3,
  };
  for (const page of filterPages) {
    if (page.kind === 'switch')
      state.switches[page.key] = { use: false, reject: page.reject, max: page.max?.value ?? 0 };
    else
      state.lists[page.key] = (page.first ?? []).map(([value, note]) => ({
        id: state.nextId++,
        value,
        note,
        since: '2026-01-05 10:20',
      }));
  }
  return state;
}
