import type { Text } from '../ko/index.ts';

export const article: Text['article'] = {
  updated: (date) => `最終更新 ${date}`,
  related: '関連文書',
  note: '参考',
  tip: 'ヒント',
  caution: '注意',
  image: '画像',
  missing: 'この文書は見つかりません',
  hasGuide: 'この文書には画面案内があります',
  startGuide: '画面で手順をたどる',
  steps: (count) => `${count}ステップ`,
  admin: '管理者向け',
  user: 'ユーザー向け',
  print: '印刷',
  onlyIn: (lang) => `この文書はまだ翻訳されていないため、${lang}で表示しています。`,
  outdated: '翻訳後に原文が更新されています。画面と異なる場合があります。',
  languages: { ko: '韓国語', en: '英語', ja: '日本語' },
};
