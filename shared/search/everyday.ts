/**
 * Everyday words that help texts and their readers use for the same thing, one group a line; a word stands
 * for everything that begins with it. Product terms do not belong here but in terms.yaml.
 */
export const EVERYDAY = `
삭제 지우 지워 지운 없애 제거
변경 바꾸 바꿔 바꿀 수정 고치 고쳐 교체
추가 더하 넣기 넣는 넣어 넣을 등록
생성 만들 만드 작성
발송 보내 보낼 보낸 전송 발신 송신
수신 받은 받는 받기 받을 받고 받아
설정 세팅 셋팅 옵션
비밀번호 암호 패스워드 비번
오류 에러 장애 문제
실패 불가 안되 안돼 안됨 못하 못해
로그인 접속
조회 확인 보기
검색 찾기 찾는 찾아 찾을
가격 비용 요금 금액 얼마 수수료
위치 장소 어디
기간 언제 시기 기한 날짜 일시
방법 어떻게 절차
이용 사용 쓰는 쓰기 쓸수
중지 중단 멈추 멈춰 정지
취소 해지 철회
끄기 끄는 끄고 끄려 꺼지 해제 비활성화
켜기 켜는 켜고 켜려 활성화
저장 보관
복사 복제
이동 옮기 옮겨
복구 복원 되돌리 되살리
차단 막으 막는 막기 막아 방지
허용 풀어 풀기
첨부 붙이 붙임
이미지 그림 사진
글꼴 폰트 서체 글씨체
크기 사이즈
용량 공간
색상 색깔 컬러
인쇄 출력 프린트
폴더 디렉터리 디렉토리 보관함
사용자 유저 이용자 회원
계정 아이디
신청 접수
대상 자격 누구
회의 미팅
일정 스케줄
사라지 사라져 사라집 사라졌 없어지 없어져 없어집 없어졌
늘리 늘려 늘어 증가 확대
줄이 줄여 줄어 감소 축소
느리 느려 느림 지연
휴대폰 휴대전화 핸드폰 스마트폰 모바일
컴퓨터 피씨 pc
홈페이지 웹사이트 사이트
이메일 메일 편지
전화 연락처
요청 부탁 요구
필요 필수
종류 유형
이유 원인 왜
결과 성과
시작 개시
종료 마치 끝내 끝나
연결 연동
공유 나누 나눠
합치 병합 합쳐
분할 나누기 쪼개
제한 한도 최대
delete remove erase
change modify edit update
add create new register
password passcode
error problem issue failure
configure configuration setting settings setup
picture image photo
`;
