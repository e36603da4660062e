import { withParticle } from '../particle.ts';

/** What the form says once something was written, opened or sent. */
export const outcome = {
  linkAddress: '링크 주소',
  linkApply: '적용',
  linkRemove: '링크 빼기',
  linkWrong: '주소를 확인해 주세요. 예: https://www.example.co.kr',
  left: (count: number) => `${count}자 더 적을 수 있습니다`,
  over: (count: number) => `${count}자를 줄여 주세요`,
  fileAdded: (name: string) => `${withParticle(name, '을/를')} 첨부했습니다`,
  fileRemoved: (name: string) => `${withParticle(name, '을/를')} 뺐습니다`,
  solvedAsk: '이 문서로 해결되었나요?',
  solvedYes: '네, 해결되었습니다',
  solvedNo: '아니요, 문의하겠습니다',
  solvedText:
    '문의는 보내지 않았고, 적던 내용은 이 기기에서 지웠습니다. 어느 문서로 해결되었는지만 세어 둡니다. 아직 필요하면 지금 문의로 돌아갈 수 있습니다.',
  backToForm: '문의로 돌아가기',
  sending: '보내는 중',
  sendingText: '적은 내용은 이 기기에 저장되어 있습니다. 창을 닫아도 잃지 않습니다.',
  received: '접수되었습니다',
  receivedNumber: '접수 번호',
  receivedText: (email: string) => `${withParticle(email, '으로/로')} 답변을 보내 드립니다.`,
  receivedProof: '접수 확인서의 서명을 확인했습니다.',
  kept: '아직 보내지 못했습니다',
  keptText: '적은 내용은 이 기기에 안전하게 있습니다. 연결되면 자동으로 다시 보냅니다.',
  sendNow: '지금 다시 보내기',
  refused: '접수하지 못했습니다',
  refusedText: '아래 내용을 고쳐서 다시 제출해 주세요.',
  another: '새 문의 쓰기',
  contact: (email: string, phone: string) =>
    phone
      ? `급하시면 ${email} 또는 ${withParticle(phone, '으로/로')} 연락해 주세요.`
      : `급하시면 ${withParticle(email, '으로/로')} 연락해 주세요.`,
  problems: (count: number) => `고칠 곳이 ${count}군데 있습니다`,
  offline: '인터넷에 연결되어 있지 않습니다.',
  unreachable: '고객지원 서버에 연결하지 못했습니다. 잠시 뒤 다시 시도해 주세요.',
  busy: '고객지원 서버가 바쁩니다. 잠시 뒤 자동으로 다시 보냅니다.',
  receipt: '서버가 접수했다는 증명을 확인하지 못했습니다. 다시 보내도 두 번 접수되지 않습니다.',
  files: '첨부 파일을 읽지 못했습니다.',
  field: {
    required: (label: string) => `${withParticle(label, '을/를')} 적어 주세요.`,
    email: '이메일 주소를 확인해 주세요. 예: hong@company.co.kr',
    phone: '전화 번호를 확인해 주세요. 예: 02-1234-5678',
    tooLong: (label: string, max: number) => `${withParticle(label, '은/는')} ${max}자까지 적을 수 있습니다.`,
    consent: '동의하지 않으면 문의를 접수할 수 없습니다.',
    fileCount: (max: number) => `파일은 ${max}개까지 첨부할 수 있습니다.`,
    fileSize: (name: string, max: string) =>
      `${withParticle(name, '은/는')} ${withParticle(max, '을/를')} 넘어 첨부하지 못했습니다.`,
    fileTotal: (max: string) => `첨부 파일을 모두 합해 ${max}까지 보낼 수 있습니다.`,
    fileType: (name: string) => `${withParticle(name, '은/는')} 올릴 수 없는 형식입니다.`,
    characters: (label: string) => `${label}에 쓸 수 없는 글자가 있습니다.`,
    consentChanged: '동의 내용이 바뀌었습니다. 다시 확인하고 동의해 주세요.',
    fileName: (name: string) =>
      `${withParticle(name, '은/는')} 이름 때문에 첨부하지 못했습니다. 이름을 바꿔 주세요.`,
  },
};
