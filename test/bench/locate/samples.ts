/** Runs plans in a browser and keeps the measured trials as flat numbers. */

import type { Sample } from './inside/dump.ts';
import { openLab } from './lab.ts';
import type { Planned } from './plans.ts';

export interface Labelled extends Sample {
  family: string;
}

export async function gather(planned: Planned[], say: (line: string) => void): Promise<Labelled[]> {
  const lab = await openLab('dump.ts');
  const all: Labelled[] = [];
  try {
    for (const [at, { family, plan }] of planned.entries()) {
      const placed = {
        ...plan,
        old: lab.url(plan.old),
        ...(plan.new ? { new: lab.url(plan.new) } : {}),
        ...(plan.wrong ? { wrong: lab.url(plan.wrong) } : {}),
      };
      const samples = (await lab.page.evaluate(
        (given) => (globalThis as unknown as { dump(plan: unknown): unknown }).dump(given),
        placed,
      )) as Sample[];
      for (const sample of samples) all.push({ ...sample, family });
      if (at % 50 === 49) say(`${at + 1} of ${planned.length} pages, ${all.length} trials`);
    }
  } finally {
    await lab.close();
  }
  return all;
}
