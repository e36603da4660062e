/** Where a page does not let the walkthrough look, or does not let it be. */
export const holding = {
  barred: (origin: string) =>
    `이 화면의 일부는 ${origin}에서 온 것이라 볼 수 없습니다. 도구 모음의 길잡이에서 이 주소를 허용하면 그 안도 안내합니다.`,
  retired: '이 화면에는 안내를 띄우지 않습니다',
  retiredWhy: {
    covered: '화면이 안내 카드를 다른 것으로 가렸습니다.',
    unseen: '화면이 안내 카드를 보이지 않게 했습니다.',
    fought: '화면이 안내 카드를 자꾸 지우거나 바꾸었습니다.',
  },
  retiredHow: '안내는 여기서 이어집니다. 화면을 새로 고치면 다시 띄워 봅니다.',
};
