/** Finds a target that was only written down in a manual, or says that it is not there. */
import { judge } from './judge.ts';
import type { Match, Wanted } from './match.ts';
import { openModal } from './modal.ts';
import { signs, supportOnPage, waysOf } from './place.ts';
import { type Page, rank } from './rank.ts';
import type { Root, Seam } from './seam.ts';
import { Sight } from './sight.ts';
import { look, type Survey } from './survey.ts';
import { fold, type Wording, wordings } from './words.ts';

/** What such a button says when the manual does not. */
const USUAL: Partial<Record<Wanted['action'], string[]>> = { save: ['저장'], confirm: ['확인'] };

const filled = (texts: string[] = []): string[] => texts.filter((text) => text.trim());

export function find(wanted: Wanted, root: Root | Survey, seam: Seam = {}): Match {
  const said = filled(wanted.labels);
  const labels = said.length ? said : USUAL[wanted.action];
  const nothing = (reason: Match['reason'], { length }: string[]): Match => ({
    verdict: 'missing',
    element: null,
    control: null,
    candidates: [],
    reason,
    segment: length - 1,
  });
  if (!labels || wanted.action === 'goto-url') return nothing('no-target', wanted.labels);
  const survey = look(root, seam);
  const sight = new Sight(survey.seam.ignore);
  const page: Page = { survey, sight, modal: openModal(survey.roots, sight), signs: signs(survey) };
  const last = labels.length - 1;
  if (wanted.action !== 'open-menu-path') return seek(page, wanted, labels, last);
  // Deepest first. An earlier segment is shown only when no deeper one can be seen: then the menu is closed.
  let hidden: Match | undefined;
  let doubtful: Match | undefined;
  for (let segment = last; segment >= 0; segment--) {
    const match = seek(page, wanted, labels, segment);
    const told = segment === last ? match : { ...match, reason: 'menu-closed' as const };
    if (match.verdict === 'missing') {
      if (match.reason === 'hidden') hidden ??= match;
    } else if (match.verdict === 'certain') {
      // Right words further down beat sure words further up only when they stand under those words.
      const better = doubtful?.candidates[0];
      return better && better.score >= 0.85 && better.reasons.includes('within') ? doubtful! : told;
    } else doubtful ??= told;
  }
  return doubtful ?? hidden ?? nothing('no-such-words', labels);
}

const ORDER = ['missing', 'ambiguous', 'probable', 'certain'];
const worth = ({ verdict, candidates }: Match): number =>
  ORDER.indexOf(verdict) + (candidates[0]?.score ?? 0) / 2;

function seek(page: Page, wanted: Wanted, labels: string[], segment: number): Match {
  const { action, value, synonyms: groups = [] } = wanted;
  const worded = (texts: string[]): Wording[] => texts.map((text) => wordings(text, groups));
  const hunt = (label: string, within: string[], choice: Wording | null): Match => {
    const words = wordings(label, groups);
    const path = worded(labels.slice(0, segment));
    const match = judge(rank(page, { action, label, words, within: worded(within), path, value: choice }), {
      segment,
      modal: page.modal,
      action,
      placeOnPage: supportOnPage(page.signs, within, groups),
    });
    return match.verdict === 'certain' && saysBoth(page, words, match.element!)
      ? { ...match, verdict: 'probable', reason: 'other-words' }
      : match;
  };
  const within = filled(wanted.within);
  const label = labels[segment]!;
  if (!value || !/^(?:select|check)$/.test(action)) return hunt(label, within, null);
  // The label may name the group and the value the option: [POP3/SMTP] … 사용 함.
  const first = hunt(label, within, wordings(value, groups));
  const second = hunt(value, [...within, label], null);
  return worth(second) > worth(first) ? second : first;
}

/**
 * Whether something was found by other words on a page that has the wanted words too, as the name of where one is:
 * then the console does not use the two for the same thing.
 */
function saysBoth({ survey, signs }: Page, { forms, own }: Wording, found: Element): boolean {
  const key = survey.byElement.get(found)?.key ?? '';
  return forms.has(key) && !own.has(key) && [...signs, ...waysOf(survey)].some((sign) => own.has(fold(sign)));
}
