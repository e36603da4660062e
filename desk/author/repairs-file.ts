import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type Recorded, readRecorded } from '../../shared/bundle/recorded.ts';
import { Expected } from '../say.ts';
import { type ContentSteps, type Place, throwsAwayFor, type Wanted } from './content-steps.ts';

/** One step that admins have confirmed, once or several times; the last answer counts. */
export interface Repaired extends Wanted {
  console: string;
  count: number;
  reason: string;
  date: string;
  bundle: number;
  recorded: Recorded;
}

/** Why a repair cannot be merged. */
export type Fault = 'no-such-guide' | 'no-such-step' | 'file-faulty' | 'throws-away';

const short = v.pipe(v.string(), v.maxLength(100));
const file = v.object({
  format: v.literal('giljabi-repairs'),
  version: v.literal(1),
  repairs: v.pipe(v.array(v.unknown()), v.maxLength(10_000)),
});
const one = v.object({
  guide: short,
  article: short,
  console: short,
  step: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  nth: v.pipe(v.number(), v.integer(), v.minValue(1)),
  fingerprint: v.pipe(v.string(), v.maxBytes(4_096)),
  reason: short,
  bundle: v.number(),
  date: v.pipe(v.string(), v.isoDate()),
});

/**
 * What an admin has saved with "고친 위치".
 * @returns the repaired steps in the order of the file, and the 1-based places of entries that cannot be read
 * @throws Expected when it is not such a file
 */
export async function readRepairs(name: string): Promise<{ repaired: Repaired[]; unread: number[] }> {
  const text = await readFile(name, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Expected({
      ko: `${name}을(를) 읽을 수 없습니다(${cause.code}). 경로를 확인해 주세요.`,
      en: `Cannot read ${name} (${cause.code}); check the path.`,
    });
  });
  const read = v.safeParse(file, json(text));
  if (!read.success)
    throw new Expected({
      ko: `${name}은(는) 길잡이 설정의 [고친 위치]에서 저장한 파일이 아닙니다.`,
      en: `${name} is not a file saved with “Corrected places” in the settings of Giljabi.`,
    });
  const repaired = new Map<string, Repaired>();
  const unread: number[] = [];
  for (const [at, entry] of read.output.repairs.entries()) {
    const known = v.safeParse(one, entry);
    const recorded = known.success ? readRecorded(known.output.fingerprint) : null;
    if (!known.success || !recorded) {
      unread.push(at + 1);
      continue;
    }
    const { guide, step, nth, console, reason, date, bundle } = known.output;
    const key = JSON.stringify([guide, step, nth]);
    const count = (repaired.get(key)?.count ?? 0) + 1;
    repaired.set(key, { guide, step, nth, console, reason, date, bundle, recorded, count });
  }
  return { repaired: [...repaired.values()], unread };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** Where a repair belongs in the content as it is now, or why it cannot go there. */
export function placeOf(repaired: Repaired, steps: ContentSteps): Place | Fault {
  const place = steps.find(repaired);
  if (typeof place === 'string') return place;
  if (steps.faulty.has(place.file)) return 'file-faulty';
  return throwsAwayFor(place.step, repaired.recorded) ? 'throws-away' : place;
}
