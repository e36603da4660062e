import type { Catalogue } from '../../../shared/bundle/index.ts';
import { TEXT_LIMITS } from '../../../shared/inquiry/index.ts';
import type { CarriedLine } from '../../../shared/ui/inquiry/carried.tsx';
import { writeMarkdown } from '../../../shared/ui/inquiry/rich/write-markdown.ts';
import type { Text } from '../../../shared/ui/text/index.ts';
import type { ActiveWalk } from '../../platform/messages.ts';
import { consoleOf, type Lang, said } from '../data/lists.ts';
import { progressOf, stepRows } from '../data/step-rows.ts';

interface Known {
  walk: ActiveWalk;
  catalogue: Catalogue;
  lang: Lang;
  /** Version of the extension. */
  version: string;
  /** `navigator.userAgent` */
  agent: string;
}

/** What support needs to know about a step that somebody is stuck at. Never what the page shows or what was typed. */
export function carriedLines(t: Text, { walk, catalogue, lang, version, agent }: Known): CarriedLine[] {
  const { guide, walk: state } = walk;
  const rows = stepRows(guide, state);
  const { at, of } = progressOf(rows);
  const current = rows.find((row) => row.state === 'current');
  const missed = rows.filter((row) => row.missed).map((row) => row.number);
  const console = consoleOf(catalogue, walk.console);
  const lines = [
    ['guide', t.inquiry.carriedGuide, `${guide.title} (${guide.id})`],
    ['step', t.inquiry.carriedStep, `${at}/${of}${current ? ` (${current.step.id})` : ''}`],
    ['missed', t.inquiry.carriedMissed, missed.join(', ')],
    ['console', t.inquiry.carriedConsole, console ? said(console.name, lang) : walk.console],
    ['browser', t.inquiry.carriedBrowser, browserOf(agent)],
    ['version', t.common.product, version],
  ] as const;
  return lines.filter(([, , value]) => value).map(([id, label, value]) => ({ id, label, value }));
}

/** `Chrome 141, Windows NT 10.0`: the parts of a user agent that a person can read before sending them. */
export function browserOf(agent: string): string {
  const [, name, version] = /(Edg|OPR|Firefox|Chrome)\/(\d+)/.exec(agent) ?? [];
  const system = /\(([^;)]+)/.exec(agent)?.[1];
  return name ? [`${name === 'Edg' ? 'Edge' : name} ${version}`, system].filter(Boolean).join(', ') : agent;
}

/** The detail with those lines below it, as a list; without them where they would make it too long to be taken. */
export function withCarried(detail: string, title: string, lines: readonly CarriedLine[]): string {
  if (lines.length === 0) return detail;
  const block = writeMarkdown([
    { kind: 'heading', runs: [{ text: title }] },
    ...lines.map(({ label, value }) => ({ kind: 'bullet' as const, runs: [{ text: `${label}: ${value}` }] })),
  ]);
  const whole = `${detail.trimEnd()}\n\n${block}`;
  return whole.length > TEXT_LIMITS.detail ? detail : whole;
}
