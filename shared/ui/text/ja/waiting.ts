import type { Text } from '../ko/index.ts';

export const waiting: Text['waiting'] = {
  title: (count) => `まだ受け付けられていないお問い合わせ ${count}件`,
  safe: 'この端末に保存されています。接続されると自動で送り直します。',
  unsent: '未送信',
  turn: '送信の順番待ち',
  next: (time) => `${time}に送り直します`,
  soon: 'まもなく送り直します',
  mend: 'このままでは受け付けられません。内容をコピーして直し、新しいお問い合わせとしてお送りください。',
  read: '入力した内容を見る',
  copy: '内容をコピー',
  selected: 'コピーできませんでした。内容を選択してありますので、Ctrl+C（Macは⌘C）でコピーしてください。',
  take: '送らずに削除',
  takeAsk: 'このお問い合わせを送らずに、この端末から削除しますか？',
  takeUnsure: '前回の送信で応答がなかったため、すでに受け付けられている可能性があります。',
  takeYes: '削除する',
  takeNo: '残しておく',
  taken: (summary) => `削除しました: ${summary}`,
  undo: '元に戻す',
  undone: '元に戻しました',
  notTaken: '送信中のため、削除しませんでした。',
};
