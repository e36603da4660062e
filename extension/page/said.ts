import type { ActiveWalk } from '../platform/messages.ts';
import { squeeze } from './control.ts';

/** Where consoles say what came of a save: what is announced, and what looks like a message. */
const PLACES =
  '[role="status"],[role="alert"],[role="alertdialog"],[aria-live]:not([aria-live="off"]),output,' +
  '[class*="toast" i],[class*="snack" i],[class*="flash" i],[class*="notif" i],[class*="message" i],[class*="alert" i]';
const LONGEST = 160;
const GOOD =
  /저장(?:했|하였|되었|됐|완료)|(?:추가|삭제|등록|적용|변경|수정)(?:했|하였|되었|됐)|완료(?:했|되었|됐)|\b(?:saved|updated|applied|added|deleted|removed|success(?:ful(?:ly)?)?)\b|保存(?:し|され)|(?:追加|削除|登録|適用|変更)(?:し|され)ました|完了/iu;
const BAD =
  /실패|오류|에러|(?:없습니다|않습니다|못했|안\s?됩니다|마세요)|(?:입력|선택|확인)(?:해|하)\S*\s?(?:주세요|세요)|권한|\b(?:fail(?:ed|ure)?|error|invalid|denied|not|cannot|can't|must|required|unable)\b|失敗|エラー|できません|ください/iu;

export interface Said {
  ok: boolean;
  words: string;
}

/** The console's own words after a save, if any can be seen. `before`: what stood there already when it was pressed. */
export function saidOnPage(before: ReadonlySet<string>, ignore: (element: Element) => boolean): Said | null {
  for (const words of messagesOnPage(ignore)) {
    if (before.has(words)) continue;
    if (BAD.test(words)) return { ok: false, words };
    if (GOOD.test(words)) return { ok: true, words };
  }
  return null;
}

/** All short messages that are drawn on the page now. */
export function messagesOnPage(ignore: (element: Element) => boolean): Set<string> {
  const out = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>(PLACES)) {
    if (ignore(element) || !element.checkVisibility()) continue;
    const words = squeeze(element.innerText ?? '');
    if (words && words.length <= LONGEST) out.add(words);
  }
  return out;
}

/** How long after a save a message still belongs to it, milliseconds. */
const WHILE = 20_000;

/** Waits for what the console says after the last save, on this page or on the one that comes back. */
export class Confirmation {
  readonly #ignore: (element: Element) => boolean;
  #before: ReadonlySet<string> = new Set();

  constructor(ignore: (element: Element) => boolean) {
    this.#ignore = ignore;
  }

  /** The save is being pressed: what stands there now is no answer to it. */
  begin(): void {
    this.#before = messagesOnPage(this.#ignore);
  }

  /** Null while nothing is awaited or nothing is said. */
  heard({ guide, walk }: ActiveWalk): Said | null {
    if (walk.said || walk.savedAt === null || Date.now() - walk.savedAt > WHILE) return null;
    const last = guide.steps.find(({ id }) => walk.times?.[id] === walk.savedAt);
    if (last?.action !== 'save' && last?.action !== 'confirm') return null;
    return saidOnPage(this.#before, this.#ignore);
  }
}
