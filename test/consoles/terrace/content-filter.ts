import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Store } from '../common/store.ts';
import type { Problem } from '../common/validate.ts';
import { facts, layout, type Markup } from './layout.ts';
import { readForm, type TerraceSessions, takeFlash } from './session.ts';
import type { ContentRule, TerraceState } from './state.ts';

const fields = [
  '제목',
  '본문 내의 URL',
  '송신자(Env/Header)',
  '수신자(Env/Header)',
  '동 수신자(CC)',
  '헤더',
  'Content-Type',
  '본문 내용',
  '메일 크기',
  '발송 IP',
  '첨부파일명',
  '첨부파일 본문',
  'SMTP 인증 아이디',
  '발신 국가',
  '첨부파일 확장자',
];
const compares = ['포함', '포함하지 않음', '일치', '일치하지 않음'];
const actions = ['차단', '승인 대기', '통과'];
/** Lines for conditions that the form has; empty ones are left out. */
const lines = 3;

const list = '/filter/content.do';
const edit = '/filter/contentEdit.do';
const remove = '/filter/contentDelete.do';
const way = ['필터 관리', '컨텐츠 필터'];

/** 필터 관리 > 컨텐츠 필터: the list, a page to add or change a rule, and a page that asks before removing one. */
export function addContentFilter(app: Hono, store: Store<TerraceState>, sessions: TerraceSessions): void {
  const rule = (id: string | undefined) => store.get().contentRules.find((one) => String(one.id) === id);
  app.get(list, (c) => {
    const flash = takeFlash(sessions.read(c)!);
    return c.html(layout({ way, title: '컨텐츠 필터', body: listMarkup(store.get().contentRules), flash }));
  });
  app.get(edit, (c) => {
    const flash = takeFlash(sessions.read(c)!);
    const typed = flash?.values?.rule;
    const shown = typed ? (JSON.parse(typed) as ContentRule) : (rule(c.req.query('id')) ?? blank);
    const title = c.req.query('id') ? '필터 수정' : '필터 추가';
    return c.html(layout({ way: [...way, title], title, body: editMarkup(shown), flash }));
  });
  app.post(edit, async (c) => {
    const posted = fromForm(await readForm(c));
    const known = rule(String(posted.id));
    const session = sessions.read(c)!;
    const twin = store.get().contentRules.some((one) => one.name === posted.name && one.id !== posted.id);
    const problem = ruleProblem(posted) ?? (twin ? '이미 등록된 필터 이름입니다.' : null);
    if (problem) {
      session.flash = { kind: 'error', text: problem, values: { rule: JSON.stringify(posted) } };
      return c.redirect(known ? `${edit}?id=${known.id}` : edit, 303);
    }
    store.change((state) => {
      const at = state.contentRules.findIndex(({ id }) => id === posted.id);
      if (at >= 0) state.contentRules[at] = posted;
      else {
        state.contentRules.push({ ...posted, id: state.nextId });
        state.nextId += 1;
      }
    });
    session.flash = { kind: 'done', text: '저장되었습니다.' };
    return c.redirect(list, 303);
  });
  app.get(remove, (c) => {
    const doomed = rule(c.req.query('id'));
    if (!doomed) return c.redirect(list);
    return c.html(layout({ way: [...way, '삭제 확인'], title: '삭제 확인', body: removeMarkup(doomed) }));
  });
  app.post(remove, async (c) => {
    const doomed = rule((await readForm(c)).one('id'));
    const session = sessions.read(c)!;
    if (doomed) {
      store.change((state) => {
        state.contentRules = state.contentRules.filter(({ id }) => id !== doomed.id);
      });
      session.flash = { kind: 'done', text: '삭제되었습니다.' };
    } else session.flash = { kind: 'error', text: '이미 삭제된 항목입니다.' };
    return c.redirect(list, 303);
  });
}

const blank: ContentRule = { id: 0, name: '', join: 'AND', conditions: [], action: actions[0]!, use: true };

function fromForm(form: Awaited<ReturnType<typeof readForm>>): ContentRule {
  const [what, compare, text] = [form.all('field'), form.all('compare'), form.all('text')];
  return {
    id: Number(form.one('id')) || 0,
    name: form.one('name'),
    join: form.one('join') === 'OR' ? 'OR' : 'AND',
    conditions: text.flatMap((word, at) =>
      word ? [{ field: what[at] ?? '', compare: compare[at] ?? '', text: word }] : [],
    ),
    action: form.one('action'),
    use: form.one('useYn') === 'Y',
  };
}

function ruleProblem(rule: ContentRule): Problem {
  if (!rule.name) return '필터 이름을 입력하세요.';
  if (!rule.conditions.length) return '조건을 하나 이상 입력하세요.';
  const known = rule.conditions.every(
    ({ field, compare }) => fields.includes(field) && compares.includes(compare),
  );
  return known && actions.includes(rule.action) ? null : '조건 또는 처리 방법이 올바르지 않습니다.';
}

const listMarkup = (rules: readonly ContentRule[]): Markup => html`<p class="desc">
    메일의 제목, 본문, 첨부파일 등을 조건으로 걸러 냅니다. 위에 있는 필터부터 적용됩니다.
  </p>
  <div class="tools"><input type="button" class="btn" value="필터 추가" onclick="location.href='${edit}'" /></div>
  ${facts(
    '컨텐츠 필터 목록',
    ['이름', '조건', '처리', '사용 여부', '관리'],
    rules.map((rule) => [
      html`<a href="${edit}?id=${rule.id}">${rule.name}</a>`,
      rule.conditions
        .map(({ field, compare, text }) => `${field} '${text}' ${compare}`)
        .join(` ${rule.join} `),
      rule.action,
      rule.use ? '사용' : '사용하지 않음',
      html`<a class="btn small" href="${remove}?id=${rule.id}">삭제</a>`,
    ]),
    '등록된 필터가 없습니다.',
  )}`;

const option = (value: string, chosen?: string) =>
  html`<option ${value === chosen ? 'selected' : ''}>${value}</option>`;

const editMarkup = (rule: ContentRule): Markup => html`<form method="post" action="${edit}">
  <input type="hidden" name="id" value="${String(rule.id)}" />
  <table class="form" summary="컨텐츠 필터">
    <tr>
      <th><label for="name">필터 이름</label></th>
      <td><input type="text" name="name" id="name" size="40" value="${rule.name}" /></td>
    </tr>
    <tr>
      <th>사용 여부</th>
      <td>
        <label><input type="radio" name="useYn" value="Y" ${rule.use ? 'checked' : ''} /> 사용</label>
        <label><input type="radio" name="useYn" value="N" ${rule.use ? '' : 'checked'} /> 사용하지 않음</label>
      </td>
    </tr>
    <tr>
      <th>조건 결합</th>
      <td>
        <label><input type="radio" name="join" value="AND" ${rule.join === 'AND' ? 'checked' : ''} /> AND</label>
        <label><input type="radio" name="join" value="OR" ${rule.join === 'OR' ? 'checked' : ''} /> OR</label>
      </td>
    </tr>
    ${Array.from({ length: Math.max(lines, rule.conditions.length) }, (_, at) => {
      const set = rule.conditions[at];
      return html`<tr>
        <th>조건 ${at + 1}</th>
        <td>
          <select name="field" aria-label="조건 ${at + 1} 항목">
            ${fields.map((value) => option(value, set?.field))}
          </select>
          <input type="text" name="text" aria-label="조건 ${at + 1} 값" size="30" value="${set?.text ?? ''}" />
          <select name="compare" aria-label="조건 ${at + 1} 비교">
            ${compares.map((value) => option(value, set?.compare))}
          </select>
        </td>
      </tr>`;
    })}
    <tr>
      <th><label for="action">처리 방법</label></th>
      <td>
        <select name="action" id="action">
          ${actions.map((value) => option(value, rule.action))}
        </select>
      </td>
    </tr>
  </table>
  <div class="btns">
    <input type="submit" class="btn main" value="저장" />
    <input type="button" class="btn" value="취소" onclick="location.href='${list}'" />
  </div>
</form>`;

const removeMarkup = (rule: ContentRule): Markup => html`<div class="ask">
  <p><b>${rule.name}</b> 필터를 삭제하시겠습니까? 삭제한 필터는 되돌릴 수 없습니다.</p>
  <form method="post" action="${remove}">
    <input type="hidden" name="id" value="${String(rule.id)}" />
    <input type="submit" class="btn main" value="확인" />
    <input type="button" class="btn" value="취소" onclick="location.href='${list}'" />
  </form>
</div>`;
