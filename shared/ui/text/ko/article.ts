import { withParticle } from '../particle.ts';

export const article = {
  updated: (date: string) => `마지막 수정 ${date}`,
  related: '관련 문서',
  note: '참고',
  tip: '도움말',
  caution: '주의',
  image: '그림',
  missing: '이 문서를 찾을 수 없습니다',
  hasGuide: '이 문서에는 화면 안내가 있습니다',
  startGuide: '화면에서 따라 하기',
  steps: (count: number) => `${count}단계`,
  admin: '관리자용',
  user: '사용자용',
  print: '인쇄',
  onlyIn: (lang: string) => `이 문서는 아직 번역되지 않아 ${withParticle(lang, '으로/로')} 보여 드립니다.`,
  outdated: '원문이 고쳐진 뒤 아직 다시 번역하지 않은 문서입니다. 화면과 다를 수 있습니다.',
  languages: { ko: '한국어', en: '영어', ja: '일본어' } as Record<string, string>,
};
