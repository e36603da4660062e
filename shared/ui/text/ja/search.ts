import type { Text } from '../ko/index.ts';

export const search: Text['search'] = {
  label: 'ヘルプを検索',
  placeholder: '何をお探しですか？',
  clear: '検索語を消す',
  results: '検索結果',
  found: (count) => `${count}件の文書が見つかりました`,
  none: (query) => `「${query}」に合う文書は見つかりませんでした`,
  noneHint: '言葉を減らすか、別の言葉でお試しください。見つからないときはお問い合わせください。',
  ask: 'この内容で問い合わせる',
  keys: '↑↓ 移動 · Enter 開く',
  preparing: '検索を準備しています',
};
