export const search = {
  label: '도움말 검색',
  placeholder: '무엇을 찾으시나요? 초성도 됩니다',
  clear: '검색어 지우기',
  results: '검색 결과',
  found: (count: number) => `문서 ${count}개를 찾았습니다`,
  none: (query: string) => `‘${query}’에 맞는 문서를 찾지 못했습니다`,
  noneHint: '낱말을 줄이거나 다른 말로 찾아보세요. 찾지 못하면 문의를 남겨 주세요.',
  ask: '이 내용으로 문의하기',
  keys: '↑↓ 이동 · Enter 열기',
  preparing: '검색을 준비하는 중',
};
