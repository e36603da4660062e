import type { Text } from '../ko/index.ts';

export const errors: Text['errors'] = {
  unknown: '問題が発生しました。もう一度お試しください。',
  offline: 'インターネットに接続されていません。',
  unreachable: 'サポートのサーバーに接続できませんでした。しばらくしてからお試しください。',
  bundleBroken: '案内文書の署名を確認できないため、表示しません。',
  bundleUnreachable: '案内文書を読み込めませんでした。',
  articleBroken: 'この文書を読み込めませんでした。',
  storage: 'このブラウザーに保存できません。閉じると入力内容が失われることがあります。',
  busy: 'サポートのサーバーが混み合っています。しばらくして自動で送り直します。',
  receipt: 'サーバーの受付を確認できませんでした。送り直しても二重にはなりません。',
  files: '添付ファイルを読み込めませんでした。',
  field: {
    required: (label) => `${label}を入力してください。`,
    email: 'メールアドレスをご確認ください。例: hong@company.co.kr',
    phone: '電話番号をご確認ください。例: 02-1234-5678',
    tooLong: (label, max) => `${label}は${max}文字まで入力できます。`,
    consent: '同意がない場合、お問い合わせを受け付けられません。',
    fileCount: (max) => `ファイルは${max}個まで添付できます。`,
    fileSize: (name, max) => `${name}は${max}を超えるため添付できません。`,
    fileTotal: (max) => `添付ファイルは合計${max}まで送れます。`,
    fileType: (name) => `${name}は添付できない形式です。`,
    characters: (label) => `${label}に使えない文字があります。`,
    consentChanged: '同意の内容が変わりました。もう一度ご確認のうえ同意してください。',
    fileName: (name) => `${name}は名前のため添付できません。名前を変えてください。`,
  },
};
