import { plainLine, shorten, table } from '../intake/print/plain.ts';
import { say } from '../say.ts';
import { MAIL } from './adapters/smtp.ts';
import type { Delivery, DeliveryState } from './queue/rows.ts';

const STATES: Record<DeliveryState, () => string> = {
  waiting: () => say({ ko: '대기', en: 'waiting' }),
  running: () => say({ ko: '전달 중', en: 'running' }),
  done: () => say({ ko: '전달됨', en: 'delivered' }),
  dead: () => say({ ko: '실패', en: 'failed' }),
  dropped: () => say({ ko: '취소', en: 'dropped' }),
};
const KINDS: Record<Delivery['kind'], () => string> = {
  inquiry: () => say({ ko: '문의', en: 'inquiry' }),
  confirmation: () => say({ ko: '접수 알림', en: 'confirmation' }),
  reply: () => say({ ko: '답변', en: 'reply' }),
  link: () => say({ ko: '열람 주소', en: 'link' }),
};

const when = (time: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(time));

const target = (name: string): string =>
  name === MAIL ? say({ ko: '메일', en: 'mail' }) : name || say({ ko: '(정하는 중)', en: '(not yet known)' });

export function deliveriesText(rows: Delivery[]): string {
  if (rows.length === 0)
    return say({ ko: '기다리거나 실패한 전달이 없습니다.', en: 'No delivery waits or has failed.' });
  const headings = [
    'ID',
    say({ ko: '상태', en: 'State' }),
    say({ ko: '접수번호', en: 'Number' }),
    say({ ko: '내용', en: 'What' }),
    say({ ko: '받는 곳', en: 'Target' }),
    say({ ko: '시도', en: 'Tries' }),
    say({ ko: '다음 시도', en: 'Next' }),
    say({ ko: '이유 또는 티켓', en: 'Why, or the ticket' }),
  ];
  const cells = rows.map((row) => [
    row.id.slice(0, 8),
    STATES[row.state](),
    row.number ?? '',
    KINDS[row.kind](),
    target(row.target),
    String(row.attempts),
    row.state === 'waiting' ? when(row.due) : '',
    shorten(plainLine(row.error ?? row.remote?.tag ?? row.remote?.id ?? ''), 70),
  ]);
  return table(headings, cells);
}
