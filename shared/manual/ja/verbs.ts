import type { Sense } from '../steps/action-for.ts';

export interface Verb {
  sense: Sense;
  /** Nouns and loan words that take する: `クリック`. */
  suru?: readonly string[];
  /** Native stems before their ending: 選ん, 選び, 押し … */
  stems?: readonly string[];
  finite: string;
}

export const VERBS: readonly Verb[] = [
  {
    sense: 'press',
    finite: 'クリックします',
    suru: ['クリック', 'ダブルクリック', '右クリック', 'タップ', '押下'],
  },
  { sense: 'press', finite: '押します', stems: ['押'] },
  { sense: 'choose', finite: '選択します', suru: ['選択', '指定'], stems: ['選'] },
  {
    sense: 'fill',
    finite: '入力します',
    suru: ['入力', '記入', '記載', '貼り付け', '編集', '修正'],
    stems: ['打ち込', '書き込'],
  },
  {
    sense: 'check',
    finite: 'チェックを入れます',
    suru: ['チェック', '有効化'],
    stems: [
      'チェックを入れ',
      'チェックを付け',
      'チェックをつけ',
      'チェックマークを付け',
      'チェックマークを入れ',
      'チェックをし',
      'チェックをオンに',
      'をオンに',
      'オンに',
      'ONに',
      '有効に',
    ],
  },
  {
    sense: 'uncheck',
    finite: 'チェックを外します',
    suru: ['無効化'],
    stems: [
      'チェックを外',
      'チェックをはず',
      'チェックをオフに',
      'をオフに',
      'オフに',
      'OFFに',
      '選択を解除',
      '無効に',
    ],
  },
  { sense: 'go', finite: '開きます', suru: ['移動', '遷移'], stems: ['進', '開', '移'] },
  { sense: 'enter-site', finite: 'ログインします', suru: ['ログイン', 'アクセス', 'サインイン'] },
  { sense: 'save', finite: '保存します', suru: ['保存', '適用'] },
  { sense: 'set', finite: '設定します', suru: ['設定', '変更'], stems: ['切り替え', '変え', 'に'] },
  {
    sense: 'object',
    finite: '追加します',
    suru: [
      '追加',
      '登録',
      '削除',
      '作成',
      '実行',
      '利用',
      '使用',
      '検索',
      '送信',
      '更新',
      '解除',
      '許可',
      '拒否',
      'ダウンロード',
      'アップロード',
    ],
    stems: ['入れ'],
  },
  { sense: 'look', finite: '確認します', suru: ['確認'] },
  { sense: 'hover', finite: '合わせます', stems: ['合わせ', 'かざ'] },
];
