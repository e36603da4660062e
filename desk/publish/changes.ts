import { type PartRef, readArticle, readGuide } from '../../shared/bundle/index.ts';
import { type Guide, type Step, stepKey } from '../../shared/guide/index.ts';
import { say } from '../say.ts';
import type { Plan } from './bundle.ts';
import { readPart } from './previous.ts';
import type { Stage } from './stage.ts';
import type { BundleStore } from './store.ts';

/** More than anybody reads before publishing. */
const MOST_LINES = 40;

/** What readers will find changed, a line each: articles by title, guides by the steps that differ. */
export async function changesOf(plan: Plan, stage: Stage, store: BundleStore): Promise<string[]> {
  const lines: string[] = [];
  const wanted = (name: string) => /^(article|guide)\//.test(name);
  const now = (name: string) => stage.get(plan.refs.get(name)!);
  const before = async (name: string) => readPart(store, plan.previous!.refs.get(name) as PartRef);
  for (const name of plan.added.filter(wanted))
    lines.push(`+ ${name}${await titleOf(name, await now(name))}`);
  for (const name of plan.changed.filter(wanted)) {
    const bytes = await now(name);
    lines.push(`~ ${name}${await titleOf(name, bytes)}`);
    const old = name.startsWith('guide/') ? await before(name) : null;
    if (old) lines.push(...stepsThatChanged(readGuide(old, name), readGuide(bytes, name)));
  }
  for (const name of plan.removed.filter(wanted)) {
    const old = await before(name);
    lines.push(`− ${name}${old ? await titleOf(name, old) : ''}`);
  }
  if (lines.length <= MOST_LINES) return lines;
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), say({ ko: `… 외 ${rest}줄`, en: `… and ${rest} more lines` })];
}

async function titleOf(name: string, bytes: Uint8Array): Promise<string> {
  const { title } = name.startsWith('guide/') ? readGuide(bytes, name) : readArticle(bytes, name);
  return ` ${title}`;
}

/** Steps are known by action and label, as recorded targets are; what else differs of one is named. */
export function stepsThatChanged(before: Guide, now: Guide): string[] {
  const [old, fresh] = [numbered(before.steps), numbered(now.steps)];
  const lines = [...fresh].map(([key, { step, at }]) => {
    const was = old.get(key);
    if (!was) return `    + ${at}. ${stepKey(step)}`;
    const fields = (Object.keys(step) as (keyof Step)[]).filter(
      (field) =>
        field !== 'id' && field !== 'line' && JSON.stringify(step[field]) !== JSON.stringify(was.step[field]),
    );
    return fields.length > 0 ? `    ~ ${at}. ${stepKey(step)} (${fields.join(', ')})` : '';
  });
  const gone = [...old].filter(([key]) => !fresh.has(key));
  const stayed = (from: Map<string, unknown>, other: Map<string, unknown>) =>
    [...from.keys()].filter((key) => other.has(key)).join('\n');
  const moved = stayed(old, fresh) !== stayed(fresh, old);
  return [
    ...lines.filter(Boolean),
    ...gone.map(([, { step, at }]) => `    − ${at}. ${stepKey(step)}`),
    ...(moved
      ? [`    ${say({ ko: '단계의 순서가 바뀌었습니다', en: 'the steps are in another order' })}`]
      : []),
  ];
}

function numbered(steps: readonly Step[]): Map<string, { step: Step; at: number }> {
  const seen = new Map<string, number>();
  return new Map(
    steps.map((step, index) => {
      const key = stepKey(step);
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return [`${key}#${seen.get(key)}`, { step, at: index + 1 }];
    }),
  );
}

/** Bytes that readers will fetch, before any compression on the way. */
export interface Cost {
  /** Somebody who has the version before. */
  update: number;
  /** Somebody who has nothing, before the first search. */
  first: number;
  /** Somebody who has nothing, in the end. */
  all: number;
}

export function costOf({ refs, previous, manifest }: Plan): Cost {
  const head = new TextEncoder().encode(JSON.stringify(manifest)).length + 200;
  const have = new Set([...(previous?.refs.values() ?? [])].map(({ hash }) => hash));
  const sum = (list: readonly PartRef[]) =>
    [...new Map(list.map(({ hash, size }) => [hash, size])).values()].reduce(
      (total, size) => total + size,
      head,
    );
  const all = [...refs.values()];
  return {
    update: sum(all.filter(({ hash }) => !have.has(hash))),
    first: sum(all.filter(({ name }) => !/^(article|guide)\//.test(name))),
    all: sum(all),
  };
}

export const bytesText = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
