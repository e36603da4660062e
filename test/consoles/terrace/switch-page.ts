import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Store } from '../common/store.ts';
import type { Problem } from '../common/validate.ts';
import { addressOf, type SwitchPage } from './filters.ts';
import { layout, type Markup } from './layout.ts';
import { readForm, type TerraceSessions, takeFlash } from './session.ts';
import type { Switch, TerraceState } from './state.ts';

/** RFC 5321 section 4.2: a reply is three digits, a space and printable ASCII; 4yz and 5yz refuse. */
function rejectProblem(text: string): Problem {
  if (!text) return '거부 메시지를 입력하세요.';
  if (text.length > 200) return '거부 메시지는 200바이트까지 입력할 수 있습니다.';
  if (!/^[45]\d\d [\x20-\x7e]+$/.test(text))
    return '거부 메시지는 4 또는 5로 시작하는 세 자리 코드와 영문으로 입력하세요. 예) 421 Service not available';
  return null;
}

function maxProblem(page: SwitchPage, text: string): Problem {
  if (!page.max) return null;
  const fits = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= page.max.most;
  return fits ? null : `${page.max.label}는 1부터 ${page.max.most}까지의 숫자로 입력하세요.`;
}

/** Shows and saves one on/off filter: the post is answered with a redirect to the page itself. */
export function addSwitchPage(
  app: Hono,
  store: Store<TerraceState>,
  sessions: TerraceSessions,
  page: SwitchPage,
  way: string[],
  inTree: boolean,
): void {
  app.get(addressOf(page), (c) => {
    const flash = takeFlash(sessions.read(c)!);
    const saved = store.get().switches[page.key]!;
    const body = formMarkup(page, saved, flash?.values);
    return c.html(layout({ way, title: page.title, body, flash, ...(inTree && { tree: page }) }));
  });
  app.post(addressOf(page), async (c) => {
    const form = await readForm(c);
    const values = { useYn: form.one('useYn'), rejectMsg: form.one('rejectMsg'), maxCnt: form.one('maxCnt') };
    const problem =
      (/^[YN]$/.test(values.useYn) ? null : '사용 여부를 선택하세요.') ??
      maxProblem(page, values.maxCnt) ??
      rejectProblem(values.rejectMsg);
    const session = sessions.read(c)!;
    if (problem) session.flash = { kind: 'error', text: problem, values };
    else {
      store.change((state) => {
        const saved = state.switches[page.key]!;
        saved.use = values.useYn === 'Y';
        saved.reject = values.rejectMsg;
        if (page.max) saved.max = Number(values.maxCnt);
      });
      session.flash = { kind: 'done', text: '저장되었습니다.' };
    }
    return c.redirect(addressOf(page), 303);
  });
}

function formMarkup(page: SwitchPage, saved: Switch, typed?: Record<string, string>): Markup {
  const use = (typed?.useYn ?? (saved.use ? 'Y' : 'N')) === 'Y';
  const radio = (value: string, label: string, checked: boolean) =>
    html`<label><input type="radio" name="useYn" value="${value}" ${checked ? 'checked' : ''} /> ${label}</label>`;
  return html`<p class="desc">${page.text}</p>
    <form method="post" action="${addressOf(page)}" name="filterForm">
      <table class="form" summary="${page.title} 설정">
        <tr>
          <th>사용 여부</th>
          <td>${radio('Y', '사용', use)} ${radio('N', '사용하지 않음', !use)}</td>
        </tr>
        ${
          page.max
            ? html`<tr>
                <th><label for="maxCnt">${page.max.label}</label></th>
                <td>
                  <input type="number" name="maxCnt" id="maxCnt" value="${typed?.maxCnt ?? String(saved.max)}" />
                  ${page.max.unit}
                </td>
              </tr>`
            : ''
        }
        <tr>
          <th><label for="rejectMsg">거부 메시지</label></th>
          <td>
            <input type="text" name="rejectMsg" id="rejectMsg" size="60" value="${typed?.rejectMsg ?? saved.reject}" />
            <span class="small">(최대 200바이트)</span>
          </td>
        </tr>
      </table>
      <div class="btns">
        <input type="submit" class="btn main" value="저장" />
        <input type="reset" class="btn" value="취소" />
      </div>
    </form>`;
}
