/** Finds a recorded element again, or says that it is not there. */
import type { Dictionary, Setting } from './features.ts';
import type { Fingerprint } from './fingerprint.ts';
import { calibrated, shares, weigh } from './model.ts';
import { stage } from './scene.ts';
import type { Root, Seam } from './seam.ts';
import { type Entry, type Survey, survey } from './survey.ts';
import { WEIGHTS } from './weights.ts';
import { fold } from './words.ts';

export interface Located {
  element: Element;
  /** 0 … 1, calibrated: of the answers given at 0.9, nine in ten are right. */
  confidence: number;
  /** The strongest evidence, as feature names. */
  reason: string;
}

export interface Options extends Seam {
  /** Labels that mean the same, from a console.yaml; they carry a fingerprint into another language. */
  labels?: string[][];
}

export interface Account {
  element: Element;
  confidence: number;
  for: string[];
  against: string[];
}

export function locate(kept: Fingerprint, root: Root, options: Options = {}): Located | null {
  return decide(kept, survey(root, options), options);
}

/** Answers in the order of the fingerprints, from one walk over the page. */
export function locateAll(kept: Fingerprint[], root: Root, options: Options = {}): (Located | null)[] {
  const page = survey(root, options);
  return kept.map((one) => decide(one, page, options));
}

/** The best candidates, whatever the answer is, at most five; `none` is the chance that it is not there. */
export function explain(
  kept: Fingerprint,
  root: Root,
  options: Options = {},
): { candidates: Account[]; none: number } {
  const page = survey(root, options);
  const setting = settingOf(kept, page, options);
  const scene = stage(kept, page, setting);
  const { chances, none } = weigh(scene, setting.foreign);
  const candidates = scene.contenders
    .map((one, at) => ({ one, chance: chances[at]! }))
    .sort((a, b) => b.chance - a.chance)
    .slice(0, 5)
    .map(({ one, chance }) => {
      const parts = shares(one.on, setting.foreign);
      return {
        element: one.entry.element,
        confidence: calibrated(chance),
        for: parts.filter((part) => part.points > 0).map((part) => part.feature),
        against: parts.filter((part) => part.points < 0).map((part) => part.feature),
      };
    });
  return { candidates, none };
}

export function decide(kept: Fingerprint, page: Survey, options: Options = {}): Located | null {
  if (kept.v !== 1)
    throw new Error(`A fingerprint of version ${kept.v}: record the element again with this release`);
  const unchanged = samePage(kept, page);
  if (unchanged) return { element: unchanged.element, confidence: 0.99, reason: 'page unchanged' };
  const setting = settingOf(kept, page, options);
  const scene = stage(kept, page, setting);
  const { chances } = weigh(scene, setting.foreign);
  let best = -1;
  for (const [at, chance] of chances.entries()) if (best < 0 || chance > chances[best]!) best = at;
  if (best < 0 || chances[best]! < (setting.foreign ? WEIGHTS.tauForeign : WEIGHTS.tau)) return null;
  const winner = scene.contenders[best]!;
  const reason = shares(winner.on, setting.foreign)
    .filter((part) => part.points > 0)
    .slice(0, 3)
    .map((part) => part.feature)
    .join(', ');
  return { element: winner.entry.element, confidence: calibrated(chances[best]!), reason };
}

/** Nothing in structure or wording has changed: the place is the proof. */
function samePage(kept: Fingerprint, page: Survey): Entry | null {
  if (kept.page.shape !== page.shape || kept.page.at < 0) return null;
  return page.entries.find((entry) => entry.at === kept.page.at && entry.kind === kept.kind) ?? null;
}

export function settingOf(kept: Fingerprint, page: Survey, options: Options): Setting {
  const foreign = kept.locale !== '' && page.language !== '' && kept.locale !== page.language;
  return { foreign, dictionary: dictionaryOf(options.labels ?? []) };
}

function dictionaryOf(groups: string[][]): Dictionary {
  const words = new Map<string, string[]>();
  for (const group of groups) {
    const folded = group.map(fold);
    for (const word of folded)
      words.set(word, [...(words.get(word) ?? []), ...folded.filter((other) => other !== word)]);
  }
  return words;
}
