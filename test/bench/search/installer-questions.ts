import type { Query } from './queries.ts';
import { readQuestions } from './questions.ts';

/** Questions to the manual of Debian's installer, written from its titles alone; nothing was changed after they were tried. */
export const INSTALLER_QUESTIONS: Query[] = readQuestions(`
옛날 컴퓨터인데 램이 얼마나 있어야 설치할 수 있나요|ch02s05.html ch03s04.html
유에스비로 부팅해서 깔고 싶은데 뭘 준비해야 하죠|ch04s03.html
설치하기 전에 자료를 따로 저장해 두세요|ch03s02.html
받은 파일이 깨지지 않았는지 검사하는 법|ch04s07.html
윈도우랑 같이 쓰려면 디스크를 어떻게 나누나요|ch03s05.html apcs01.html
사람이 지켜보지 않아도 저절로 깔리게 하려면|ch04s06.html apb.html apbs02.html
설치 도중에 멈췄어요 어떻게 해결하나요|ch05s04.html apas04.html
눈이 불편한 사람을 위한 설치|ch05s02.html
랜카드 드라이버 파일이 없다고 나옵니다|ch06s04.html ch02s02.html
컴퓨터를 끄는 올바른 방법|ch08s01.html
이메일을 보내고 받도록 꾸미기|ch08s04.html
부팅이 안 되는 시스템을 고치려면|ch08s06.html ch05s04.html
커널을 직접 빌드하고 싶어요|ch08s05.html
암호 걸린 디스크를 연결하기|ch07s02.html
네트워크로 부팅하는 서버를 만들려면|ch04s05.html
집 인터넷이 PPPoE 방식인데 설치되나요|apds05.html
이 안내서에 오류를 고쳐서 기여하고 싶습니다|apes02.html
누가 이 책을 만들었나|apes03.html apes01.html
폴더는 어떤 식으로 짜여 있나요|apcs02.html
하드디스크 이름이 sda 같은 건 무슨 뜻이죠|apcs04.html apds01.html
파티션은 몇 개로 나누는 것이 좋은지 추천|apcs03.html apcs01.html
데비안이 뭐예요|ch01s01.html ch01s03.html
리눅스가 뭔지 설명해 주세요|ch01s02.html
어떤 컴퓨터를 사야 리눅스가 잘 돌아가나요|ch02s03.html
내 그래픽 카드도 지원되나요|ch02s01.html
바이오스에서 무엇을 바꿔야 하나요|ch03s06.html
설치 파일을 인터넷에서 내려받는 곳|ch04s02.html ch01s05.html ch04s01.html
답을 미리 적어 둔 파일을 만드는 방법|apbs03.html apbs04.html
도스나 다른 유닉스에서 깔 수 있나요|apds03.html
설치가 잘 됐는지 보고서를 보내려면|apas04.html
이 프로그램은 공짜로 복사해도 됩니까|ch01s08.html apf.html
데스크톱 환경을 깔면 용량을 얼마나 차지하나|apds02.html
부팅할 때 옵션을 넘겨주는 법|ch05s03.html
처음 켰을 때 아이디와 비밀번호 넣기|ch07s03.html
더 공부하려면 어떤 책을 봐야 하나요|ch08s03.html ch08s02.html
최신판 설명서는 어디에 있나요|ch01s06.html
무엇을 미리 알아 두어야 하나요 네트워크 주소 같은 것|ch03s03.html
설치 순서를 한눈에 보고 싶다|ch03s01.html ch06s01.html
씨디 말고 다른 매체로도 되나요|ch02s04.html ch04.html
병렬 케이블로 두 대를 이어 설치|apds04.html
`);
