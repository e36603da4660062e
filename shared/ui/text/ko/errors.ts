import { withParticle } from '../particle.ts';

export const errors = {
  unknown: '알 수 없는 문제가 생겼습니다. 다시 시도해 주세요.',
  offline: '인터넷에 연결되어 있지 않습니다.',
  unreachable: '고객지원 서버에 연결하지 못했습니다. 잠시 뒤 다시 시도해 주세요.',
  bundleBroken: '안내 문서의 서명을 확인할 수 없어 문서를 보여 드리지 않습니다.',
  bundleUnreachable: '안내 문서를 불러오지 못했습니다.',
  articleBroken: '이 문서를 불러오지 못했습니다.',
  storage:
    '이 브라우저에 저장할 공간이 없거나 저장이 막혀 있습니다. 창을 닫으면 적은 내용이 사라질 수 있습니다.',
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
