import { withParticle } from '../particle.ts';
import type { Widen } from '../widen.ts';

/** Somebody's own inquiries, opened by a link that was sent to their address. */
export const my = {
  title: '내 문의',
  intro: '문의할 때 적은 이메일 주소로 한 번만 쓸 수 있는 링크를 보내 드립니다. 비밀번호는 없습니다.',
  email: '이메일 주소',
  ask: '링크 받기',
  sent: (email: string) =>
    `${withParticle(email, '으로/로')} 접수된 문의가 있다면 곧 링크가 도착합니다. 오지 않으면 스팸함도 확인해 주세요.`,
  emailWrong: '이메일 주소를 확인해 주세요. 예: hong@company.co.kr',
  tooOften: '조금 전에 요청하셨습니다. 잠시 뒤에 다시 시도해 주세요.',
  noMail: '지금은 링크를 보낼 수 없습니다. 아래 연락처로 문의해 주세요.',
  openTitle: '내 문의 열기',
  openText: '아래 버튼을 누르면 문의가 열립니다. 링크는 한 번만 쓸 수 있습니다.',
  open: '내 문의 보기',
  linkWrong: '이 링크는 이미 썼거나 기한이 지났습니다. 새 링크를 받아 주세요.',
  signedIn: (email: string) => `${email}의 문의`,
  signOut: '닫기',
  none: '보관 중인 문의가 없습니다.',
  states: { new: '접수됨', waiting: '확인 중', answered: '답변 도착', closed: '종료' } as Record<
    string,
    string
  >,
  received: (date: string) => `${date} 접수`,
  keepUntil: (date: string) => `${date}까지 보관`,
  you: '나',
  support: '고객센터',
  add: '내용 더하기',
  addHow: '같은 문의에 이어서 전달됩니다.',
  send: '보내기',
  added: '보냈습니다.',
  empty: '내용을 적어 주세요.',
  tooLong: '내용이 너무 깁니다. 나누어 보내 주세요.',
  withdraw: '동의 철회하고 삭제',
  withdrawAsk: (number: string) => `${number} 문의를 지울까요?`,
  withdrawWhat:
    '개인정보 수집·이용 동의를 철회합니다. 문의, 첨부 파일, 주고받은 말이 바로 지워지고 답변을 받을 수 없습니다. 되돌릴 수 없습니다.',
  withdrawn: (number: string) => `${number} 문의를 지웠습니다.`,
  keep: '그대로 두기',
  missing: '찾는 문의가 없습니다. 지워졌을 수 있습니다.',
};

export type MyText = Widen<typeof my>;
