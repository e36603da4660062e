import { describe, expect, test } from 'vitest';
import { find } from '../../../shared/locate/index.ts';
import { page } from './page.ts';

const RADIOS = `<h2>POP3/SMTP 설정</h2><form><table><tr><th>POP3/SMTP 사용</th><td>
  <label><input type="radio" name="pop" id="on"> 사용 함</label>
  <label><input type="radio" name="pop" id="off" checked> 사용 안함</label></td></tr>
  <tr><th>원본 보관</th><td><input type="checkbox" id="keep"> 서버에 메일 원본 남기기</td></tr></table>
  <button type="button" id="cancel">취소</button><button id="save">저장</button></form>`;

describe('words of a manual on a live page', () => {
  test.each([
    ['사용 함', 'on'],
    ['사용함', 'on'],
    ['ON', 'on'],
    ['사용 안함', 'off'],
    ['사용하지 않음', 'off'],
  ])('select [%s] is the radio #%s', (label, id) => {
    const match = find({ action: 'select', labels: [label] }, page(RADIOS));
    expect(match.verdict).toBe('certain');
    expect(match.element?.id).toBe(id);
  });

  test('a group named by its row and a value is the radio of that row', () => {
    const match = find({ action: 'select', labels: ['POP3/SMTP 사용'], value: '사용 함' }, page(RADIOS));
    expect(match).toMatchObject({ verdict: 'certain', reason: 'found' });
    expect(match.element?.id).toBe('on');
  });

  test('type words and particles of the manual are not looked for', () => {
    for (const label of ['저장 버튼', '［저장］', '적용', '저장을']) {
      expect(find({ action: 'save', labels: [label] }, page(RADIOS)).element?.id, label).toBe('save');
    }
  });

  test('text behind a tick box names it', () => {
    expect(find({ action: 'check', labels: ['서버에 메일 원본 남기기'] }, page(RADIOS)).element?.id).toBe(
      'keep',
    );
  });

  test('a field is named by the cell before it', () => {
    const doc = page(
      '<table><tr><td>거부 응답</td><td><input id="reply"></td></tr><tr><td>설명</td><td><input id="other"></td></tr></table>',
    );
    expect(find({ action: 'fill', labels: ['거부 응답'] }, doc).element?.id).toBe('reply');
  });

  test('a closed list that holds the choice is the target, an option of an open list is one itself', () => {
    const doc = page(
      '<label>국가<select id="c"><option>대한민국</option><option>일본</option></select></label><select multiple id="l"><option id="kim">김하나 (kim)</option><option>이둘</option></select>',
    );
    expect(find({ action: 'select', labels: ['국가'], value: '일본' }, doc).element?.id).toBe('c');
    expect(find({ action: 'select', labels: ['이둘'] }, doc).element?.localName).toBe('option');
  });
});

describe('what must never happen', () => {
  test('a save never binds to cancel or delete', () => {
    const doc = page('<button>취소</button><button>저장 취소</button><button>삭제</button>');
    expect(find({ action: 'save', labels: ['저장'] }, doc).verdict).toBe('missing');
    expect(find({ action: 'confirm', labels: ['확인'] }, page('<button>확인 취소</button>')).verdict).toBe(
      'missing',
    );
  });

  test('사용 is not 사용하지 않음', () => {
    const doc = page(
      '<label><input type="radio">사용하지 않음</label><label><input type="radio">미사용</label>',
    );
    expect(find({ action: 'select', labels: ['사용'] }, doc).verdict).toBe('missing');
  });

  test('other numbers are other things', () => {
    expect(
      find({ action: 'click', labels: ['2단계 차단'] }, page('<a href="/1">1단계 차단</a>')).verdict,
    ).toBe('missing');
  });

  test('the same words on another page are not certain when the manual names a place that is not there', () => {
    const match = find({ action: 'save', labels: ['저장'], within: ['예외 사용자 추가'] }, page(RADIOS));
    expect(match).toMatchObject({ verdict: 'probable', reason: 'place-not-seen' });
  });
});

describe('places', () => {
  test('a menu in the other cell of a layout table does not say where one is', () => {
    const doc = page(
      '<table><tr><td><ul><li><a href="/a">동시 접속 횟수 제한</a></li><li><a href="/b">RBL 차단</a></li></ul></td><td><h2>RBL 차단</h2><form><input type="submit" value="저장"></form></td></tr></table>',
    );
    const save = (place: string) => find({ action: 'save', labels: ['저장'], within: [place] }, doc);
    expect(save('RBL 차단').verdict).toBe('certain');
    expect(save('동시 접속 횟수 제한')).toMatchObject({ verdict: 'probable', reason: 'place-not-seen' });
  });

  test('a place is not the one that blocks it, nor a sentence that speaks of it', () => {
    const form = (head: string, text = '') =>
      page(`<section><h2>${head}</h2><p>${text}</p><button>추가</button></section>`);
    const add = (doc: Document) => find({ action: 'click', labels: ['추가'], within: ['발송 IP'] }, doc);
    expect(add(form('발송 IP')).verdict).toBe('certain');
    expect(add(form('발송 IP (3)')).verdict).toBe('certain');
    expect(add(form('발송 IP 차단')).verdict).toBe('probable');
    expect(add(form('접속 기록', '등록한 발송 IP의 접속을 항상 기록합니다')).verdict).toBe('probable');
  });

  test('other words are asked about where the page says the wanted words of itself', () => {
    const synonyms = [['하이웍스 관리', '오피스관리']];
    const menu = '<button>오피스 관리</button>';
    const seek = (html: string) =>
      find({ action: 'click', labels: ['하이웍스 관리'], synonyms }, page(html)).verdict;
    expect(seek(menu)).toBe('certain');
    expect(seek(`${menu}<h1>하이웍스 관리</h1>`)).toBe('probable');
    expect(seek(`${menu}<p>하이웍스 관리 > 메일 관리</p>`)).toBe('probable');
  });

  test('a manual that says more than the screen means something narrower', () => {
    const doc = page('<a href="/m">메일</a><a href="/s">보안</a>');
    expect(find({ action: 'open-menu-path', labels: ['보안 메일', '설정'] }, doc).verdict).toBe('missing');
  });
});

describe('rows', () => {
  const rows =
    '<table>' +
    ['kim', 'lee', 'park']
      .map((who) => `<tr><td>${who}@a.kr</td><td><button id="${who}">삭제</button></td></tr>`)
      .join('') +
    '</table>';

  test('a button of every row is ambiguous, with all rows as candidates', () => {
    const match = find({ action: 'click', labels: ['삭제'] }, page(rows));
    expect(match).toMatchObject({ verdict: 'ambiguous', reason: 'several-rows', element: null });
    expect(match.candidates.map((one) => one.element.id)).toEqual(['kim', 'lee', 'park']);
  });

  test('unless the row is named', () => {
    const match = find({ action: 'click', labels: ['삭제'], within: ['lee@a.kr'] }, page(rows));
    expect(match.verdict).toBe('certain');
    expect(match.element?.id).toBe('lee');
  });
});

describe('menu paths', () => {
  const menu = (style: string) =>
    page(
      `<nav><a href="/a" id="a">필터 관리</a><ul style="${style}"><li><a href="/b" id="b">스팸 고급 필터</a></li></ul></nav>`,
    );

  test('the deepest segment that is shown', () => {
    const match = find({ action: 'open-menu-path', labels: ['필터 관리', '스팸 고급 필터'] }, menu(''));
    expect(match).toMatchObject({ verdict: 'certain', segment: 1, reason: 'found' });
    expect(match.element?.id).toBe('b');
  });

  test('or the one before, when the menu is closed', () => {
    const match = find(
      { action: 'open-menu-path', labels: ['필터 관리', '스팸 고급 필터'] },
      menu('display: none'),
    );
    expect(match).toMatchObject({ verdict: 'certain', segment: 0, reason: 'menu-closed' });
    expect(match.element?.id).toBe('a');
  });
});

describe('dialogs and states', () => {
  test('while a modal dialog is open only what is in it is certain', () => {
    const doc = page(
      '<button id="out">저장</button><button id="p">메일</button><div role="dialog" aria-modal="true"><h2>예외 사용자 추가</h2><button id="in">저장</button></div>',
    );
    expect(find({ action: 'save', labels: ['저장'] }, doc).element?.id).toBe('in');
    expect(find({ action: 'click', labels: ['메일'] }, doc)).toMatchObject({
      verdict: 'probable',
      reason: 'behind-dialog',
    });
  });

  test('a disabled target is known as such', () => {
    const match = find({ action: 'save', labels: ['저장'] }, page('<button disabled>저장</button>'));
    expect(match).toMatchObject({ verdict: 'probable', reason: 'disabled' });
    expect(match.candidates[0]?.state).toBe('disabled');
  });

  test('what is in the page but not shown is missing, and said to be hidden', () => {
    expect(
      find({ action: 'click', labels: ['보안 메일'] }, page('<div hidden><a href="/s">보안 메일</a></div>')),
    ).toMatchObject({ verdict: 'missing', reason: 'hidden' });
  });

  test('open shadow roots are entered', () => {
    const doc = page('<x-menu></x-menu>');
    doc.querySelector('x-menu')!.attachShadow({ mode: 'open' }).innerHTML =
      '<button id="deep">보안 메일</button>';
    expect(find({ action: 'click', labels: ['보안 메일'] }, doc).element?.id).toBe('deep');
  });

  test('frames and closed roots are entered through the seam', () => {
    const inner = page('<button id="framed">저장</button>');
    const doc = page('<iframe></iframe>');
    expect(find({ action: 'save', labels: ['저장'] }, doc).verdict).toBe('missing');
    expect(find({ action: 'save', labels: ['저장'] }, doc, { frame: () => inner }).element?.id).toBe(
      'framed',
    );
  });

  test('labels of the console itself count as the same words', () => {
    const doc = page('<a href="/m" id="m">오피스관리</a>');
    const wanted = { action: 'click' as const, labels: ['하이웍스 관리'] };
    expect(find(wanted, doc).verdict).toBe('missing');
    expect(find({ ...wanted, synonyms: [['하이웍스 관리', '오피스관리', '인사관리']] }, doc)).toMatchObject({
      verdict: 'certain',
    });
  });
});
