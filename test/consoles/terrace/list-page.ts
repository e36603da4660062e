import type { Hono } from 'hono';
import { html } from 'hono/html';
import { now } from '../common/clock.ts';
import type { Store } from '../common/store.ts';
import { ipProblem, mailOrDomainProblem, type Problem } from '../common/validate.ts';
import { addressOf, countries, type ListPage } from './filters.ts';
import { facts, layout, type Markup } from './layout.ts';
import { readForm, type TerraceSessions, takeFlash } from './session.ts';
import type { Entry, TerraceState } from './state.ts';

/** What a list holds: the button that opens its form, its field and what may be typed there. */
const kinds: Record<ListPage['holds'], { add: string; field: string; problem: (text: string) => Problem }> = {
  ip: { add: '발송 IP 추가', field: 'IP 주소', problem: ipProblem },
  sender: { add: '발신자 추가', field: '메일 주소 또는 도메인', problem: mailOrDomainProblem },
  country: {
    add: '국가 추가',
    field: '국가',
    problem: (code) => (Object.hasOwn(countries, code) ? null : '국가를 선택하세요.'),
  },
};

/** A list whose form opens in the page; adding and removing each load the page anew. */
export function addListPage(
  app: Hono,
  store: Store<TerraceState>,
  sessions: TerraceSessions,
  page: ListPage,
  way: string[],
): void {
  const kind = kinds[page.holds];
  const entries = () => store.get().lists[page.key] ?? [];
  app.get(addressOf(page), (c) => {
    const flash = takeFlash(sessions.read(c)!);
    const body = html`<p class="desc">${page.text}</p>
      ${addForm(page, flash?.values)} ${listMarkup(page, entries())}`;
    return c.html(layout({ way, title: page.title, body, flash, tree: page }));
  });
  app.post(addressOf(page), async (c) => {
    const form = await readForm(c);
    const typed = form.one('value');
    const value = page.holds === 'country' ? typed : typed.toLowerCase();
    const note = form.one('note');
    const problem =
      kind.problem(value) ??
      (entries().some((entry) => entry.value === value) ? `이미 등록된 ${kind.field}입니다.` : null) ??
      (note.length > 100 ? '설명은 100자까지 입력할 수 있습니다.' : null);
    const session = sessions.read(c)!;
    if (problem) session.flash = { kind: 'error', text: problem, values: { value: typed, note } };
    else {
      store.change((state) => {
        state.lists[page.key]!.push({ id: state.nextId, value, note, since: now() });
        state.nextId += 1;
      });
      session.flash = { kind: 'done', text: '저장되었습니다.' };
    }
    return c.redirect(addressOf(page), 303);
  });
  app.post(addressOf(page).replace('.do', 'Delete.do'), async (c) => {
    const id = Number((await readForm(c)).one('id'));
    const session = sessions.read(c)!;
    if (entries().some((entry) => entry.id === id)) {
      store.change((state) => {
        state.lists[page.key] = state.lists[page.key]!.filter((entry) => entry.id !== id);
      });
      session.flash = { kind: 'done', text: '삭제되었습니다.' };
    } else session.flash = { kind: 'error', text: '이미 삭제된 항목입니다.' };
    return c.redirect(addressOf(page), 303);
  });
}

function addForm(page: ListPage, typed?: Record<string, string>): Markup {
  const kind = kinds[page.holds];
  const field =
    page.holds === 'country'
      ? html`<select name="value" id="value">
          <option value="">선택</option>
          ${Object.entries(countries).map(
            ([code, name]) =>
              html`<option value="${code}" ${typed?.value === code ? 'selected' : ''}>${name} (${code})</option>`,
          )}
        </select>`
      : html`<input type="text" name="value" id="value" size="32" value="${typed?.value ?? ''}" />`;
  return html`<div class="tools"><input type="button" class="btn" value="${kind.add}" onclick="openForm('addForm')" /></div>
    <form method="post" action="${addressOf(page)}" id="addForm" class="${typed ? '' : 'closed'}">
      <table class="form" summary="${kind.add}">
        <tr>
          <th><label for="value">${kind.field}</label></th>
          <td>${field}</td>
        </tr>
        <tr>
          <th><label for="note">설명</label></th>
          <td><input type="text" name="note" id="note" size="50" value="${typed?.note ?? ''}" /></td>
        </tr>
      </table>
      <div class="btns">
        <input type="submit" class="btn main" value="저장" />
        <input type="button" class="btn" value="취소" onclick="closeForm('addForm')" />
      </div>
    </form>`;
}

const listMarkup = (page: ListPage, entries: readonly Entry[]): Markup =>
  facts(
    `${page.title} 목록`,
    ['번호', kinds[page.holds].field, '설명', '등록일', '관리'],
    entries.map((entry, at) => [
      String(at + 1),
      page.holds === 'country' ? `${countries[entry.value] ?? ''} (${entry.value})` : entry.value,
      entry.note || '-',
      entry.since,
      html`<form
        method="post"
        action="${addressOf(page).replace('.do', 'Delete.do')}"
        onsubmit="return confirm('삭제하시겠습니까? 삭제한 항목은 되돌릴 수 없습니다.')"
      >
        <input type="hidden" name="id" value="${String(entry.id)}" />
        <input type="submit" class="btn small" value="삭제" />
      </form>`,
    ]),
    '등록된 항목이 없습니다.',
  );
