import type { Text } from '../ko/index.ts';

export const asking: Text['asking'] = {
  title: 'お問い合わせの登録',
  intro: '回答はご記入のメールアドレスへお送りします。入力内容はこの端末に一時保存されます。',
  suggestionsPrivate: 'おすすめ文書はこの端末の中で探します。入力内容は送信するまで外に出ません。',
  carried: '一緒に送るガイドの情報',
  carriedHint:
    'つまずいた場所を探すために使います。画面に入力した値は含まれません。送りたくない行は選択を外してください。',
  carriedGuide: 'ガイド',
  carriedStep: '手順',
  carriedMissed: '画面で見つからなかった手順',
  carriedConsole: 'コンソール',
  carriedBrowser: 'ブラウザー',
};
