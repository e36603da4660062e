/** Interface words that versions and languages of a console exchange freely. Folded forms; one line is one meaning. */
const GROUPS = `저장 저장하기 적용 적용하기 설정저장 변경사항저장 save apply savechanges savesettings speichern
확인 ok okay 예 네 yes confirm
취소 취소하기 cancel abbrechen
닫기 close schließen
삭제 삭제하기 제거 delete remove löschen
추가 추가하기 신규추가 add addnew hinzufügen
검색 찾기 조회 search find suchen
사용함 사용 켜기 켬 on enable enabled use 활성 활성화
사용안함 사용하지않음 미사용 끄기 끔 off disable disabled donotuse notused 비활성 비활성화
로그인 login signin logon anmelden
로그아웃 logout signout logoff abmelden
다음 next continue 계속 weiter
이전 뒤로 back previous zurück
수정 수정하기 편집 변경 edit modify change bearbeiten
허용 allow permit accept
차단 block deny reject
설정 환경설정 settings setting preferences configuration options einstellungen
비밀번호 암호 password passwort
이메일 메일주소 이메일주소 email emailaddress mailaddress
사용자 user users benutzer
관리 manage management administration verwaltung
등록 등록하기 register
제출 제출하기 보내기 전송 submit send senden
새로고침 refresh reload aktualisieren
전체 모두 all alle
이름 name
설명 description beschreibung
도움말 help hilfe
도메인 domain domains`;

/** Every word with all that mean the same, itself among them. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.split('\n').flatMap((line) => line.split(' ').map((word, _, all) => [word, all] as const)),
);
