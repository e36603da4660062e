import type { Action } from '../../guide/step.ts';
import { CONFIRM_LABELS, SAVE_LABELS } from '../text/commit-labels.ts';

/**
 * What a verb asks for, in any language. `press`, `choose` … become actions once the target is known; `set` names a
 * setting and `object` a deed on things (추가, delete): both are steps only with a target of their own; `search` types in
 * what is looked for; `look` is reading; `hover` and `none` are acts that a walkthrough cannot point at, but they still end a clause.
 */
export type Sense =
  | 'press'
  | 'choose'
  | 'fill'
  | 'check'
  | 'uncheck'
  | 'go'
  | 'enter-site'
  | 'save'
  | 'set'
  | 'object'
  | 'search'
  | 'look'
  | 'hover'
  | 'none';

/** What kind of thing the target is said to be. */
export type TargetType = 'press' | 'box' | 'place' | 'menu' | null;

/** `변경 내용 저장`, `設定の保存`: names that end in saving. */
const SAVES = /(?:변경|내용|사항|설정|및)\S*저장$|保存$/u;
/** `Save actions`, `Save and close`: what is saved follows. A draft or a copy is not what takes effect. */
const SAVES_EN = /^\s*save\s(?!as\b|(?:a\s|as\s)?(?:draft|copy|preset|template)|for later)/i;

/** The action of a verb on a target. `labels` is empty for the reader's own object. */
export function actionFor(sense: Sense, labels: readonly string[], type: TargetType): Action {
  const label = (labels.at(-1) ?? '').replace(/\s+/gu, '').toLowerCase();
  switch (sense) {
    case 'fill':
    case 'check':
    case 'uncheck':
      return sense;
    case 'set':
      return type === 'press' || type === 'menu' ? 'click' : 'fill';
    case 'look':
      return 'read';
    default:
      if (labels.length > 1) return 'open-menu-path';
      if (SAVE_LABELS.has(label) || SAVES.test(label) || SAVES_EN.test(labels.at(-1) ?? '')) return 'save';
      if (CONFIRM_LABELS.has(label)) return 'confirm';
      if (sense === 'choose')
        return type === 'box' ? 'check' : type === 'press' || type === 'menu' ? 'click' : 'select';
      // Without a name: a button that lost its picture is pressed, the reader's own thing is picked.
      return labels.length === 0 && sense !== 'go' && type !== 'press' ? 'select' : 'click';
  }
}
