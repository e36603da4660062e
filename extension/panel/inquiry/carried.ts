import type { Catalogue } from '../../../shared/bundle/index.ts';
import { TEXT_LIMITS } from '../../../shared/inquiry/index.ts';
import type { CarriedLine } from '../../../shared/ui/inquiry/carried.tsx';
import { writeMarkdown } from '../../../shared/ui/inquiry/rich/write-markdown.ts';
import type { Text } from '../../../shared/ui/text/index.ts';
import type { ActiveWalk, Saw } from '../../platform/messages.ts';
import { consoleOf, type Lang, said } from '../data/lists.ts';
import { progressOf, stepRows } from '../data/step-rows.ts';

interface Known {
  walk: ActiveWalk;
  /** What was seen of the step in front, where it could not be shown. */
  saw: Saw | null;
  catalogue: Catalogue;
  lang: Lang;
  /** Version of the extension. */
  version: string;
  /** `navigator.userAgent` */
  agent: string;
}

/** What support needs to know about a step that somebody is stuck at. Never what the page shows or what was typed. */
export function carriedLines(t: Text, { walk, saw, catalogue, lang, version, agent }: Known): CarriedLine[] {
  const { guide, walk: state } = walk;
  const rows = stepRows(guide, state);
  const { at, of } = progressOf(rows);
  const current = rows.find((row) => row.state === 'current');
  const missed = rows.filter((row) => row.missed).map((row) => row.number);
  const console = consoleOf(catalogue, walk.console);
  const named = walk.version ? `${guide.id}, ${t.panel.settings.versionOf(walk.version)}` : guide.id;
  const lines = [
    ['guide', t.asking.carriedGuide, `${guide.title} (${named})`],
    ['step', t.asking.carriedStep, `${at}/${of}${current ? ` (${current.step.id})` : ''}`],
    ['missed', t.asking.carriedMissed, missed.join(', ')],
    ...sawLines(t, saw),
    ['console', t.asking.carriedConsole, console ? said(console.name, lang) : walk.console],
    ['browser', t.asking.carriedBrowser, browserOf(agent)],
    ['version', t.common.product, version],
  ] as const;
  return lines.filter(([, , value]) => value).map(([id, label, value]) => ({ id, label, value }));
}

/** The page, the locator's answer, and what came nearest with what speaks for it and against it (`-`). */
function sawLines(t: Text, saw: Saw | null): (readonly [string, string, string])[] {
  if (!saw) return [];
  const words = t.panel.saw;
  const near = saw.candidates.map(({ kind, words: said, score, reasons }, at) => {
    const what = [t.author.kinds[kind], said && `‘${said}’`, `${Math.round(score * 100)}%`];
    return [
      `near${at}`,
      words.near(at + 1),
      `${what.filter(Boolean).join(' ')} (${reasons.join(', ')})`,
    ] as const;
  });
  return [
    ['page', words.page, saw.page ?? ''],
    ['saw', words.verdict, `${words.verdicts[saw.verdict]} (${saw.reason})`],
    ...near,
  ];
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
