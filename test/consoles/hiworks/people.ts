/** One member of the practice office. `password` is printed by serve.ts and protects nothing. */
export interface Person {
  id: string;
  name: string;
  team: string;
  rank: string;
}

export const office = { domain: 'example.com', plan: '매니지드' };
export const password = 'hiworks123';
/** Only the 전체 관리자 reaches 하이웍스 관리. */
export const adminId = 'admin';

export const people: readonly Person[] = [
  { id: 'admin', name: '김관리', team: '경영지원팀', rank: '팀장' },
  { id: 'user', name: '이사용', team: '영업팀', rank: '대리' },
  { id: 'jmpark', name: '박지민', team: '영업팀', rank: '팀장' },
  { id: 'yschoi', name: '최유성', team: '개발팀', rank: '책임' },
  { id: 'hrjung', name: '정하린', team: '인사팀', rank: '과장' },
  { id: 'swkang', name: '강선우', team: '개발팀', rank: '선임' },
  { id: 'mrcho', name: '조미래', team: '디자인팀', rank: '대리' },
  { id: 'dhyoon', name: '윤도현', team: '고객지원팀', rank: '사원' },
  { id: 'sejang', name: '장서은', team: '회계팀', rank: '차장' },
  { id: 'tolim', name: '임태오', team: '고객지원팀', rank: '팀장' },
];

export const mailOf = (id: string): string => `${id}@${office.domain}`;
export const personOf = (id: string): Person | undefined => people.find((person) => person.id === id);
