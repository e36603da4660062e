import type { Inquiry } from '../../../shared/inquiry/index.ts';

/** What the desk itself says in letters and tickets. */
export interface Words {
  company: string;
  phone: string;
  email: string;
  page: string;
  guide: string;
  step: string;
  files: string;
  /** Above the words of somebody, in a ticket that another account writes into. */
  wrote(name: string): string;
  confirmation: {
    subject(number: string): string;
    hello: string;
    received(number: string): string;
    copy: string;
    noReply: string;
  };
  reply: { subject(number: string, summary: string): string; below(number: string): string };
  link: { subject: string; lead: string; once(minutes: number): string; notYou: string };
}

const ko: Words = {
  company: '회사명',
  phone: '전화 번호',
  email: '이메일',
  page: '작성한 페이지',
  guide: '안내',
  step: '단계',
  files: '첨부 파일',
  wrote: (name) => `${name} 님의 글:`,
  confirmation: {
    subject: (number) => `[${number}] 문의가 접수되었습니다`,
    hello: '안녕하세요, 고객케어 라운지입니다.',
    received: (number) => `보내 주신 문의가 접수번호 ${number}(으)로 접수되었습니다.`,
    copy: '접수된 내용은 다음과 같습니다.',
    noReply: '이 메일은 자동으로 발송되었습니다.',
  },
  reply: {
    subject: (number, summary) => `Re: [${number}] ${summary}`,
    below: (number) => `접수번호 ${number} 문의에 대한 답변입니다.`,
  },
  link: {
    subject: '내 문의 보기',
    lead: '아래 주소를 열면 접수한 문의와 답변을 볼 수 있습니다.',
    once: (minutes) => `이 주소는 ${minutes}분 동안 한 번만 쓸 수 있습니다.`,
    notYou: '요청하지 않으셨다면 이 메일을 지우셔도 됩니다.',
  },
};

const en: Words = {
  company: 'Company',
  phone: 'Phone',
  email: 'E-mail',
  page: 'Written on',
  guide: 'Guide',
  step: 'Step',
  files: 'Attachments',
  wrote: (name) => `${name} wrote:`,
  confirmation: {
    subject: (number) => `[${number}] We have received your inquiry`,
    hello: 'Hello from customer care.',
    received: (number) => `Your inquiry has arrived. Its number is ${number}.`,
    copy: 'This is what has arrived:',
    noReply: 'This message was sent automatically.',
  },
  reply: {
    subject: (number, summary) => `Re: [${number}] ${summary}`,
    below: (number) => `This answers your inquiry ${number}.`,
  },
  link: {
    subject: 'Your inquiries',
    lead: 'Open this address to see your inquiries and our answers.',
    once: (minutes) => `It works once, within ${minutes} minutes.`,
    notYou: 'If you did not ask for it, simply delete this message.',
  },
};

const ja: Words = {
  company: '会社名',
  phone: '電話番号',
  email: 'メール',
  page: '作成したページ',
  guide: 'ガイド',
  step: '手順',
  files: '添付ファイル',
  wrote: (name) => `${name} さんの文章:`,
  confirmation: {
    subject: (number) => `[${number}] お問い合わせを受け付けました`,
    hello: 'カスタマーケアです。',
    received: (number) => `お問い合わせを受付番号 ${number} で受け付けました。`,
    copy: '受け付けた内容は次のとおりです。',
    noReply: 'このメールは自動で送信されています。',
  },
  reply: {
    subject: (number, summary) => `Re: [${number}] ${summary}`,
    below: (number) => `受付番号 ${number} のお問い合わせへの回答です。`,
  },
  link: {
    subject: 'お問い合わせの確認',
    lead: '次のアドレスを開くと、お問い合わせと回答を確認できます。',
    once: (minutes) => `このアドレスは ${minutes} 分以内に一度だけ使えます。`,
    notYou: 'お心当たりがない場合は、このメールを削除してください。',
  },
};

export const words = (lang: Inquiry['lang']): Words => ({ ko, en, ja })[lang];
