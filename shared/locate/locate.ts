/** Finds a recorded element again, or says that it is not there. */
import type { Entry } from './entry.ts';
import type { Setting } from './features.ts';
import { captureFrom, type Fingerprint } from './fingerprint.ts';
import { calibrated, reasons, weigh } from './model.ts';
import { type Scene, stage } from './scene.ts';
import type { Root, Seam } from './seam.ts';
import { look, type Survey } from './survey.ts';
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

export function locate(kept: Fingerprint, root: Root | Survey, options: Options = {}): Located | null {
  return decide(kept, look(root, options), options);
}

/** Answers in the order of the fingerprints, from one walk over the page. */
export function locateAll(
  kept: Fingerprint[],
  root: Root | Survey,
  options: Options = {},
): (Located | null)[] {
  const page = look(root, options);
  return kept.map((one) => decide(one, page, options));
}

/** The best candidates, whatever the answer is, at most five; `none` is the chance that it is not there. */
export function explain(
  kept: Fingerprint,
  root: Root | Survey,
  options: Options = {},
): { candidates: Account[]; none: number } {
  const { foreign, ranked, none } = ranking(kept, look(root, options), options);
  return {
    candidates: ranked.slice(0, 5).map(({ entry, on, chance }) => ({
      element: entry.element,
      confidence: calibrated(chance),
      ...reasons(on, foreign),
    })),
    none,
  };
}

/** Contenders with their chances, best first. */
function ranking(kept: Fingerprint, page: Survey, options: Options) {
  const setting = settingOf(kept, page, options);
  const scene: Scene = stage(kept, page, setting);
  const chances = weigh(scene, setting.foreign);
  return {
    foreign: setting.foreign,
    none: chances.at(-1)!,
    ranked: scene.contenders
      .map((one, at) => ({ ...one, chance: chances[at]! }))
      .sort((a, b) => b.chance - a.chance),
  };
}

export function decide(kept: Fingerprint, page: Survey, options: Options = {}): Located | null {
  if (kept.v !== 1)
    throw new Error(`A fingerprint of version ${kept.v}: record the element again with this release`);
  const same = asRecorded(kept, page);
  if (same) return { element: same.element, confidence: 0.99, reason: 'page unchanged' };
  const { foreign, ranked } = ranking(kept, page, options);
  const best = ranked[0];
  if (!best || best.chance < (foreign ? WEIGHTS.tauForeign : WEIGHTS.tau)) return null;
  return {
    element: best.entry.element,
    confidence: calibrated(best.chance),
    reason: reasons(best.on, foreign).for.slice(0, 3).join(', '),
  };
}

/** The same place on a page of the same size, and nothing that was kept of it has changed: the place is the proof. */
function asRecorded(kept: Fingerprint, page: Survey): Entry | undefined {
  const there =
    kept.page.shape === page.size &&
    page.entries.find(({ at, kind }) => at === kept.page.at && kind === kept.kind);
  if (!there) return;
  const now = captureFrom(page, there.element);
  const isKept = (trait: string): boolean =>
    JSON.stringify(now[trait as 'v']) === JSON.stringify(kept[trait as 'v']);
  return Object.keys(now).every(isKept) ? there : undefined;
}

export function settingOf(kept: Fingerprint, page: Survey, { labels }: Options): Setting {
  const dictionary = new Map<string, string[]>();
  for (const group of labels ?? []) {
    const words = group.map(fold);
    for (const word of words) dictionary.set(word, [...(dictionary.get(word) ?? []), ...words]);
  }
  return { foreign: !!kept.locale && !!page.language && kept.locale !== page.language, dictionary };
}
