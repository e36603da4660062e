import type { ReadLine } from '../lines/read-lines.ts';
import { bySource } from './by-source.ts';
import type { Draft } from './draft.ts';

/** One task of a manual: it becomes a guide of its own. */
export interface Task {
  /** The section's title, or null for the manual's own. */
  title: string | null;
  drafts: Draft[];
}

const LEADS = new Set(['open-menu-path', 'goto-url']);
const COMMITS = new Set(['save', 'confirm']);
/** A title that only numbers the parts of one task. */
const PART = /^(?:\d{1,2}\s?단계|step\s?\d|part\s?\d|手順\s?\d|ステップ\s?\d|\d+[.)]?$)/iu;

/**
 * A second task under the same title starts where a section starts over: its steps go back to a menu or a
 * site although the section before had been committed, or the author drew a line (`---`) between them.
 */
export function splitTasks(lines: readonly ReadLine[], drafts: readonly Draft[]): Task[] {
  const tasks: Task[] = [];
  let title: string | null = null;
  let ruled = false;
  let fresh = true;
  const ofLine = bySource(drafts);
  for (const line of lines) {
    if (line.source.role === 'rule') ruled = true;
    else if (isTitle(line)) {
      title = line.plain.trim().replace(/^[[【<]|[\]】>]$/gu, '');
      fresh = true;
    }
    const own = ofLine.get(line.source);
    if (!own) continue;
    const last = tasks.at(-1);
    if (!last || ((fresh || ruled) && startsOver(last, own[0]!, ruled, title)))
      tasks.push({ title, drafts: [...own] });
    else last.drafts.push(...own);
    fresh = false;
    ruled = false;
  }
  return tasks;
}

function isTitle(line: ReadLine): boolean {
  if (line.acts.length > 0 || line.kind !== 'heading') return false;
  if (line.source.role === 'heading') return true;
  if (/^[[【<〈《■].*$/u.test(line.plain.trim()) && !line.source.marker) return true;
  return (
    line.source.marker !== null &&
    line.source.marker.kind !== 'callout' &&
    line.source.marker.kind !== 'bullet'
  );
}

function startsOver(before: Task, first: Draft, ruled: boolean, title: string | null): boolean {
  if (first.alternative) return false;
  if (ruled) return true;
  if (title === null || PART.test(title)) return false;
  const last = before.drafts.at(-1)!;
  return (
    before.drafts.length > 1 &&
    (COMMITS.has(last.action) || repeatsStart(before, first)) &&
    (LEADS.has(first.action) || repeatsStart(before, first))
  );
}

/** Both sections open the same menu: the second does not go on from the first. */
function repeatsStart(before: Task, first: Draft): boolean {
  const start = before.drafts[0]!;
  return (
    start.labels.length > 0 &&
    start.action === first.action &&
    start.labels.join('>') === first.labels.join('>')
  );
}
