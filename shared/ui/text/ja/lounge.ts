import type { Text } from '../ko/index.ts';

export const lounge: Text['lounge'] = {
  guide: 'ご利用ガイド',
  ask: '1:1 お問い合わせ',
  contents: 'コンテンツ',
  categories: '分類',
  faq: 'よくある質問',
  home: 'ホーム',
  all: 'すべて見る',
  articles: (count) => `文書 ${count}件`,
  empty: 'まだ文書がありません。',
  contactTitle: 'お探しの内容がありませんか？',
  contactText: 'お問い合わせいただければ、メールで回答します。',
  phone: '電話',
  email: 'メール',
  hours: '受付時間',
  needsScript: '検索には JavaScript が必要です。下の分類から文書をお探しいただけます。',
  formNeedsScript: 'お問い合わせの登録には JavaScript が必要です。下の連絡先へお問い合わせください。',
  notFoundTitle: 'ページが見つかりません',
  notFoundText:
    'アドレスが変わったか、文書が取り下げられた可能性があります。検索するか、ホームへお戻りください。',
  breadcrumb: '現在位置',
  mainMenu: 'メインメニュー',
  published: (date) => `${date} 発行`,
  guideHint: 'キルジャビ拡張機能を入れると、コンソールの画面上で一つずつ案内を受けられます。',
  onThisPage: 'この文書の目次',
};
