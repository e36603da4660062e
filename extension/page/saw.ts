import type { Step } from '../../shared/guide/index.ts';
import { explain, type Match, type Seam, look as surveyOf } from '../../shared/locate/index.ts';
import type { ActiveWalk, Saw } from '../platform/messages.ts';
import { parse } from './recorded.ts';

/** More than that helps nobody who reads it. */
const MOST = 3;
/** The words of these are a page's content rather than its controls. */
const CONTENT = new Set(['text', 'option']);
/** Names somebody, a number or an address. */
const PERSONAL = /@|\d{4,}|\d+[.-]\d+[.-]\d+/;

/**
 * What the locator made of a step, for support to read: the nearest things on the page and what speaks for and against
 * each. No field's value, and nothing that stands in a row of data or looks like somebody's.
 */
export function sawOf(active: ActiveWalk, step: Step, match: Match, seam: Seam): Omit<Saw, 'page'> {
  const page = surveyOf(document, seam);
  const told = (element: Element, score: number, reasons: string[]): Saw['candidates'][number] => {
    const entry = page.byElement.get(element);
    const name = entry && !entry.row && !CONTENT.has(entry.kind) ? entry.name : '';
    return {
      kind: entry?.kind ?? 'text',
      words: PERSONAL.test(name) ? '' : name.slice(0, 60),
      score: Math.round(score * 100) / 100,
      reasons: reasons.slice(0, 8),
    };
  };
  const written = match.candidates.map((one) => told(one.control ?? one.element, one.score, one.reasons));
  const record = recordOf(active, step);
  const recorded = record
    ? explain(record, page, { labels: active.labels }).candidates.map((one) =>
        told(one.element, one.confidence, [...one.for, ...one.against.map((reason) => `-${reason}`)]),
      )
    : [];
  return {
    step: step.id,
    verdict: match.verdict,
    reason: match.reason,
    candidates: (written.length > 0 ? written : recorded).slice(0, MOST),
  };
}

function recordOf({ kept }: ActiveWalk, step: Step) {
  const text = kept?.[step.id] ?? step.recorded;
  return text ? parse(text, step) : null;
}
