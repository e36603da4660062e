/** Finds a target that was only written down in a manual, or says that it is not there. */
import { judge } from './judge.ts';
import type { Match, Wanted } from './match.ts';
import { openModal } from './modal.ts';
import { signsOfSurvey, supportOnPage, waysOfSurvey } from './place.ts';
import { type Hunt, type Page, rank } from './rank.ts';
import type { Root, Seam } from './seam.ts';
import { Sight } from './sight.ts';
import { survey } from './survey.ts';
import { fold, type Wording, wordings } from './words.ts';

const SAVE_WORDS = ['저장'];
const CONFIRM_WORDS = ['확인'];

export function find(wanted: Wanted, root: Root, seam: Seam = {}): Match {
  const labels = wanted.labels.filter((label) => label.trim());
  const last = wanted.labels.length - 1;
  if (wanted.action === 'goto-url') return nothing('no-target', last);
  if (labels.length === 0) {
    const words = wanted.action === 'save' ? SAVE_WORDS : wanted.action === 'confirm' ? CONFIRM_WORDS : null;
    if (!words) return nothing('no-target', last);
    return find({ ...wanted, labels: words }, root, seam);
  }
  const page = look(root, seam);
  if (wanted.action !== 'open-menu-path') return seek(page, wanted, labels, labels.length - 1);
  return walkPath(page, wanted, labels);
}

/** Deepest first. An earlier segment is shown only when no deeper one can be seen: then the menu is closed. */
function walkPath(page: Page, wanted: Wanted, labels: string[]): Match {
  let hidden: Match | null = null;
  let doubtful: Match | null = null;
  for (let segment = labels.length - 1; segment >= 0; segment--) {
    const match = seek(page, wanted, labels, segment);
    if (match.verdict === 'missing') {
      if (match.reason === 'hidden') hidden ??= match;
      continue;
    }
    const deepest = segment === labels.length - 1;
    const told = deepest ? match : { ...match, reason: 'menu-closed' as const };
    if (match.verdict === 'certain') {
      // Right words further down beat sure words further up only when they stand under those words.
      return doubtful &&
        doubtful.candidates[0]!.score >= 0.85 &&
        doubtful.candidates[0]!.reasons.includes('within')
        ? doubtful
        : told;
    }
    doubtful ??= told;
  }
  return doubtful ?? hidden ?? nothing('no-such-words', labels.length - 1);
}

function seek(page: Page, wanted: Wanted, labels: string[], segment: number): Match {
  const groups = wanted.synonyms ?? [];
  const within = (wanted.within ?? []).filter((place) => place.trim());
  const path = labels.slice(0, segment);
  const label = labels[segment]!;
  const hunts: Hunt[] = [
    {
      action: wanted.action,
      label,
      words: wordings(label, groups),
      within: places(within, groups),
      path: places(path, groups),
      value: null,
    },
  ];
  if (wanted.value && (wanted.action === 'select' || wanted.action === 'check')) {
    // The label may name the group and the value the option: [POP3/SMTP] … 사용 함.
    hunts[0]!.value = wordings(wanted.value, groups);
    hunts.push({
      ...hunts[0]!,
      label: wanted.value,
      words: wordings(wanted.value, groups),
      within: places([...within, label], groups),
      value: null,
    });
  }
  const matches = hunts.map((hunt, at) => {
    const named = at === 0 ? within : [...within, label];
    const match = judge(rank(page, hunt), {
      segment,
      modal: page.modal,
      action: wanted.action,
      placeOnPage: supportOnPage(page.signs, named, groups),
      places: named.length,
    });
    const doubtful = match.verdict === 'certain' && saysBoth(page, hunt.words, match.element!);
    return doubtful ? { ...match, verdict: 'probable' as const, reason: 'other-words' as const } : match;
  });
  return matches.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

/**
 * Whether something was found by other words on a page that has the wanted words too, as the name of where one is:
 * then the console does not use the two for the same thing.
 */
function saysBoth(page: Page, words: Wording, found: Element): boolean {
  const key = page.survey.byElement.get(found)?.key;
  if (!key || words.own.has(key)) return false;
  if (!words.forms.some(([form]) => form === key)) return false;
  return [...page.signs, ...waysOfSurvey(page.survey)].some((sign) => words.own.has(fold(sign)));
}

const ORDER = { certain: 3, probable: 2, ambiguous: 1, missing: 0 } as const;

function worth(match: Match): number {
  return ORDER[match.verdict] + (match.candidates[0]?.score ?? 0) * 0.5;
}

function places(texts: string[], groups: string[][]) {
  return texts.map((text) => wordings(text, groups));
}

function look(root: Root, seam: Seam): Page {
  const page = survey(root, seam);
  const sight = new Sight(seam.ignore);
  const modal = openModal(page.roots, sight);
  return { survey: page, sight, modal, signs: signsOfSurvey(page), likes: new Map() };
}

function nothing(reason: Match['reason'], segment: number): Match {
  return { verdict: 'missing', element: null, control: null, candidates: [], reason, segment };
}
