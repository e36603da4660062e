import type { Text } from '../ko/index.ts';

export const holding: Text['holding'] = {
  barred: (origin) =>
    `この画面の一部は${origin}のもので、中を見ることができません。ツールバーのギルジャビでこのアドレスを許可すると、その中も案内します。`,
  retired: 'この画面には案内を表示しません',
  retiredWhy: {
    covered: '画面が案内カードを別のもので覆いました。',
    unseen: '画面が案内カードを見えなくしました。',
    fought: '画面が案内カードを何度も消すか変えました。',
  },
  retiredHow: '案内はここで続きます。画面を再読み込みすると、もう一度表示します。',
};
