import type { Text } from '../ko/index.ts';

export const errors: Text['errors'] = {
  unknown: '問題が発生しました。もう一度お試しください。',
  bundleBroken: '案内文書の署名を確認できないため、表示しません。',
  bundleUnreachable: '案内文書を読み込めませんでした。',
  articleBroken: 'この文書を読み込めませんでした。',
  unsent:
    '今は送信できません。入力内容はこのブラウザに保存されています。接続を確認してもう一度送信してください。それでも送れないときは、このページを再読み込みしてください。',
  storage: 'このブラウザーに保存できません。閉じると入力内容が失われることがあります。',
};
