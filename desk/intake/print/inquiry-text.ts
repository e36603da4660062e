import { say } from '../../say.ts';
import type { AuditLine, InquirySummary, StoredInquiry } from '../store/index.ts';
import { columns, plainLine, plainText, shorten, table } from './plain.ts';

/** `2026-11-21 18:00` in the time zone of this machine. */
function when(time: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(time));
}

export function listText(rows: InquirySummary[]): string {
  if (rows.length === 0) return say({ ko: '접수된 문의가 없습니다.', en: 'There are no inquiries.' });
  const headings = [
    say({ ko: '접수번호', en: 'Number' }),
    say({ ko: '접수 시각', en: 'Received' }),
    say({ ko: '회사명', en: 'Company' }),
    say({ ko: '문의 요약', en: 'Summary' }),
    say({ ko: '첨부', en: 'Files' }),
  ];
  const cells = rows.map((row) => [
    row.number,
    when(row.received),
    shorten(plainLine(row.company), 24),
    shorten(plainLine(row.summary), 50),
    row.files ? String(row.files) : '',
  ]);
  return table(headings, cells);
}

export function auditText(lines: AuditLine[]): string {
  if (lines.length === 0) return say({ ko: '지워진 문의가 없습니다.', en: 'Nothing has been deleted.' });
  const headings = [
    say({ ko: '지운 시각', en: 'Deleted' }),
    say({ ko: '접수번호', en: 'Number' }),
    say({ ko: '까닭', en: 'Why' }),
    say({ ko: '보관 기한', en: 'Kept until' }),
    say({ ko: '첨부', en: 'Files' }),
  ];
  const why = {
    expired: say({ ko: '보관 기한이 지남', en: 'its time was over' }),
    deleted: say({ ko: '요청', en: 'on request' }),
  };
  const cells = lines.map(({ at, number, action, keepUntil, files }) => [
    ...[when(at), number, why[action], when(keepUntil)],
    files ? String(files) : '',
  ]);
  return table(headings, cells);
}

export function inquiryText({
  number,
  received,
  keepUntil,
  inquiry,
  consent,
  suspect,
}: StoredInquiry): string {
  const { context, files } = inquiry;
  const fields: [{ ko: string; en: string }, string | null | false][] = [
    [{ ko: '접수번호', en: 'Number' }, number],
    [{ ko: '접수 시각', en: 'Received' }, when(received)],
    [{ ko: '이메일', en: 'E-mail' }, inquiry.email],
    [{ ko: '회사명', en: 'Company' }, inquiry.company],
    [{ ko: '전화번호', en: 'Phone' }, inquiry.phone],
    [{ ko: '문의 요약', en: 'Summary' }, inquiry.summary],
    [{ ko: '작성 위치', en: 'Written in' }, [context.source, context.page].filter(Boolean).join(' ')],
    [{ ko: '가이드 단계', en: 'Guide step' }, [context.guide, context.step].filter(Boolean).join(' ')],
    [{ ko: '열어 본 문서', en: 'Documents seen' }, context.seen.join(', ')],
    [{ ko: '동의', en: 'Consent' }, consentText(inquiry.consent, consent?.title)],
    [{ ko: '보관 기한', en: 'Kept until' }, when(keepUntil)],
    [
      { ko: '주의', en: 'Suspect' },
      suspect && say({ ko: '사람에게 보이지 않는 칸이 채워졌습니다', en: 'the hidden field was filled in' }),
    ],
  ];
  const shown = fields.filter(([, value]) => value).map(([label, value]) => [say(label), value || '']);
  const width = Math.max(...shown.map(([label]) => columns(label!)));
  const lines = shown.map(
    ([label, value]) => `${label}${' '.repeat(width - columns(label!))}  ${plainLine(value!)}`,
  );
  // Indented, so that no line of the text can pass for a field.
  lines.push('', say({ ko: '문의 상세', en: 'Detail' }), indent(plainText(inquiry.detail)));
  if (files.length > 0) {
    const rows = files.map(({ name, type, size }, index) => [`${index + 1}`, name, type, `${size}`]);
    const headings = ['', say({ ko: '첨부 파일', en: 'File' }), '', say({ ko: '바이트', en: 'Bytes' })];
    lines.push('', table(headings, rows));
  }
  return lines.join('\n');
}

function consentText({ version, agreed }: StoredInquiry['inquiry']['consent'], title = ''): string {
  return `${title} v${version} (${when(agreed)})`.trim();
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
