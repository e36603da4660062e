/** Interface words that versions and languages of a console exchange freely. Folded forms; one line is one meaning. */
const GROUPS = `
저장 저장하기 적용 적용하기 설정저장 변경사항저장 save apply savechanges savesettings 保存 適用 speichern
확인 ok okay 예 네 yes confirm はい 了解
취소 취소하기 cancel キャンセル 取消 abbrechen
닫기 close 閉じる schließen
삭제 삭제하기 제거 delete remove 削除 löschen
추가 추가하기 신규추가 add addnew 追加 hinzufügen
검색 찾기 조회 search find 検索 suchen
사용함 사용 켜기 켬 on enable enabled use 활성 활성화 有効 使用する オン
사용안함 사용하지않음 미사용 끄기 끔 off disable disabled donotuse notused 비활성 비활성화 無効 使用しない オフ
로그인 login signin logon ログイン anmelden
로그아웃 logout signout logoff ログアウト abmelden
다음 next continue 계속 次へ weiter
이전 뒤로 back previous 前へ 戻る zurück
수정 수정하기 편집 변경 edit modify change 編集 変更 bearbeiten
허용 allow permit accept 許可
차단 block deny reject ブロック 遮断
설정 환경설정 settings setting preferences configuration options 設定 einstellungen
비밀번호 암호 password パスワード passwort
이메일 메일주소 이메일주소 email emailaddress mailaddress メールアドレス
사용자 user users ユーザー benutzer
관리 manage management administration 管理 verwaltung
등록 등록하기 register 登録
제출 제출하기 보내기 전송 submit send 送信 senden
새로고침 refresh reload 更新 aktualisieren
전체 모두 all すべて alle
이름 name 名前
설명 description 説明 beschreibung
도움말 help ヘルプ hilfe
도메인 domain domains ドメイン
`;

export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      return words.map((word) => [word, words.filter((other) => other !== word)] as const);
    }),
);
