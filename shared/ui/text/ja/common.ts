import type { Text } from '../ko/index.ts';

export const common: Text['common'] = {
  product: 'キルジャビ',
  close: '閉じる',
  back: '戻る',
  cancel: 'キャンセル',
  retry: '再試行',
  save: '保存',
  remove: '削除',
  open: '開く',
  more: 'もっと見る',
  copy: 'コピー',
  copied: 'コピーしました',
  loading: '読み込み中',
  optional: '任意',
  required: '必須',
  newWindow: '新しいウィンドウ',
  skip: '本文へ移動',
  settings: '設定',
  help: 'ヘルプ',
  yes: 'はい',
  no: 'いいえ',
};
