import { type Step, walkable, wayTo } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { squeeze } from './control.ts';
import { atPlace, type Look, placeOf, type Sighting } from './scene.ts';

/** Why a step cannot be shown on the page in front of the admin. */
export type Astray =
  | { kind: 'signed-out' }
  /** The page itself says that this account may not. */
  | { kind: 'rights'; words: string }
  /** Another page; `way` leads back, outermost first, and is empty where the guide names none. */
  | { kind: 'elsewhere'; place: string; way: string[] }
  /** There, but not drawn: a closed menu, another tab. */
  | { kind: 'hidden' }
  /** The right page, and not there. */
  | { kind: 'changed'; place: string }
  /** Not the page where the guide begins. */
  | { kind: 'start' }
  | { kind: 'unknown' };

const RIGHTS =
  /권한이?\s?없|접근\s?권한|권한이 필요|access (?:is )?denied|permission|not (?:allowed|authori[sz]ed)|forbidden|アクセス権|権限(?:が|は)(?:ありません|必要)/iu;

export function astrayOf(
  active: ActiveWalk,
  { step, match }: Sighting,
  look: Look,
  ignore: (element: Element) => boolean,
): Astray {
  const password = [...document.querySelectorAll('input[type="password"]')].some((each) =>
    each.checkVisibility(),
  );
  if (password) return { kind: 'signed-out' };
  const words = refusal(ignore);
  if (words) return { kind: 'rights', words };
  if (match.reason === 'hidden') return { kind: 'hidden' };
  const [place] = placeOf(active.guide, step);
  if (!place) return { kind: active.guide.steps[0] === step ? 'start' : 'unknown' };
  if (atPlace(active, step, look)) return { kind: 'changed', place };
  return { kind: 'elsewhere', place, way: wayOf(active, step) };
}

/** The menus to go through, each once: a path that repeats the end of the one before is written from there on. */
export function wayOf({ guide, walk }: ActiveWalk, step: Step): string[] {
  const way: string[] = [];
  for (const { labels } of wayTo(walkable(guide, walk), step))
    for (const label of labels) if (!way.includes(label)) way.push(label);
  return way;
}

/** A short sentence on the page that says that this account may not. */
function refusal(ignore: (element: Element) => boolean): string | null {
  const main = document.querySelector<HTMLElement>('main,[role="main"],#content,#contents') ?? document.body;
  const text = main.innerText ?? '';
  // A page that works says more than that.
  if (!RIGHTS.test(text) || text.length > 600) return alerted(ignore);
  const line = text.split('\n').find((each) => RIGHTS.test(each));
  return line ? squeeze(line).slice(0, 160) : null;
}

function alerted(ignore: (element: Element) => boolean): string | null {
  for (const element of document.querySelectorAll<HTMLElement>(
    '[role="alert"],[role="alertdialog"],dialog[open]',
  )) {
    const words = squeeze(element.innerText ?? '');
    if (!ignore(element) && words.length <= 160 && RIGHTS.test(words) && element.checkVisibility())
      return words;
  }
  return null;
}
