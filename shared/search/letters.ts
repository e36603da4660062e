/** What Koreans call the letters from a on. Stored in the index beside the everyday words. */
export const LETTERS =
  '에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트';
