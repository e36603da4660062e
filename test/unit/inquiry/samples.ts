import { randomUUID, webcrypto } from 'node:crypto';
import {
  agree,
  type ConsentText,
  fileRef,
  type Inquiry,
  type InquiryLimits,
} from '../../../shared/inquiry/index.ts';

export const CONSENT: ConsentText = {
  version: 2,
  title: '개인정보 수집·이용 동의',
  rows: [
    { required: ['이메일 주소', '회사명'], optional: ['전화번호'], purpose: '문의 처리', retention: '3년' },
  ],
  refusal: '동의하지 않으면 문의를 접수할 수 없습니다.',
  retentionDays: 1095,
};

export const LIMITS: InquiryLimits = {
  files: 3,
  fileBytes: 100_000,
  totalBytes: 200_000,
  types: ['png', 'txt', 'log', 'eml'],
};

/** An inquiry that every rule likes; `over` replaces parts of it. */
export async function sampleInquiry(over: Partial<Inquiry> = {}, files: File[] = []): Promise<Inquiry> {
  return {
    id: randomUUID(),
    email: 'kim@example.co.kr',
    summary: '보안 메일이 발송되지 않습니다',
    company: '예시 주식회사',
    phone: '02-1234-5678',
    detail: '1. **보안 메일**을 켭니다.\n2. 발송하면 오류가 납니다.\n\n- 화면: `설정`',
    lang: 'ko',
    consent: await agree(CONSENT, new Date('2026-11-21T09:00:00Z')),
    context: { source: 'widget', page: 'https://help.example/faq', guide: null, step: null, seen: ['a/1'] },
    files: await Promise.all(files.map(fileRef)),
    ...over,
  };
}

export async function receiptKeys() {
  const pair = await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const { privateKey, publicKey } = pair as webcrypto.CryptoKeyPair;
  const raw = await webcrypto.subtle.exportKey('raw', publicKey);
  return {
    privateKey,
    jwk: await webcrypto.subtle.exportKey('jwk', privateKey),
    public: Buffer.from(raw).toString('base64'),
  };
}
