import { adminId } from './people.ts';

export type Verdict = 'allow' | 'block';
export interface Rule {
  id: number;
  verdict: Verdict;
  /** An IP address or CIDR range, or a mail address or domain. */
  value: string;
  /** `YYYY-MM-DD` */
  since: string;
}
export interface SortingRule {
  id: number;
  sender: string;
  box: string;
}
export interface Personal {
  pop3: boolean;
  signature: string;
  sorting: SortingRule[];
}

/** Everything that can be saved on the Hiworks-like console. Dates are `YYYY-MM-DD`, Seoul. */
export interface HiworksState {
  office: { name: string };
  pop3: { use: boolean; keepOnServer: boolean; exceptions: { id: string; since: string }[] };
  /** 암호메일, 승인메일: only while POP3/SMTP is off. */
  encrypted: { use: boolean };
  approval: { use: boolean };
  archive: { use: boolean; years: number };
  /** 수신허용/차단 */
  senders: Rule[];
  /** 접근 IP 관리 */
  addresses: Rule[];
  /** Personal settings by account id. */
  personal: Record<string, Personal>;
  /** 로그인 기록, newest first. */
  logins: { at: string; id: string; ip: string; ok: boolean }[];
  /** The next id of a rule of any kind. */
  nextId: number;
}

export const freshPersonal = (): Personal => ({ pop3: false, signature: '', sorting: [] });

export function freshHiworks(): HiworksState {
  return {
    office: { name: '예제상사' },
    pop3: {
      use: false,
      keepOnServer: false,
      exceptions: [
        { id: 'hrjung', since: '2026-03-02' },
        { id: 'sejang', since: '2026-05-19' },
      ],
    },
    encrypted: { use: false },
    approval: { use: false },
    archive: { use: true, years: 3 },
    senders: [
      { id: 1, verdict: 'allow', value: 'partner.example.com', since: '2026-01-15' },
      { id: 2, verdict: 'block', value: 'promo@ads.example.net', since: '2026-02-08' },
      { id: 3, verdict: 'block', value: 'lottery.example.org', since: '2026-04-21' },
    ],
    addresses: [{ id: 4, verdict: 'allow', value: '198.51.100.0/24', since: '2026-01-05' }],
    personal: { [adminId]: { ...freshPersonal(), signature: '김관리 | 경영지원팀 | 예제상사' } },
    logins: [],
    nextId: 5,
  };
}
