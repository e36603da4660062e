/** Around the form, where a page of ours shows it. */
export const asking = {
  title: '문의 등록',
  intro: '답변은 적어 주신 이메일로 보내 드립니다. 적은 내용은 이 기기에 임시로 저장됩니다.',
  suggestionsPrivate: '추천 문서는 이 기기에서 찾습니다. 적는 내용은 제출할 때만 보냅니다.',
  carried: '함께 보내는 안내 정보',
  carriedHint:
    '막힌 곳을 찾는 데 쓰입니다. 화면에 적은 값은 들어 있지 않습니다. 보내고 싶지 않은 줄은 선택을 풀어 주세요.',
  carriedGuide: '안내',
  carriedStep: '단계',
  carriedMissed: '화면에서 찾지 못한 단계',
  carriedConsole: '콘솔',
  carriedBrowser: '브라우저',
};
