import { stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { recordedWords } from '../../shared/ui/recorded-words.ts';
import { text } from '../../shared/ui/text/index.ts';
import { plainLine } from '../intake/print/plain.ts';
import { Expected, say } from '../say.ts';
import { type Place, readSteps, saveTarget, today } from './content-steps.ts';
import { type Fault, placeOf, type Repaired, readRepairs } from './repairs-file.ts';
import type { Written } from './write-target.ts';

const FAULTS: Record<Fault, () => string> = {
  'no-such-guide': () => say({ ko: '콘텐츠에 이 안내가 없습니다.', en: 'The content has no such guide.' }),
  'no-such-step': () =>
    say({
      ko: '이 안내에 이제 그런 단계가 없습니다. 문서가 고쳐졌다면 버려도 됩니다.',
      en: 'The guide has no such step any more; if the manual was changed, drop it.',
    }),
  'file-faulty': () =>
    say({
      ko: '이 문서의 .targets.yaml에 잘못이 있습니다. check가 알려 주는 곳을 먼저 고치십시오.',
      en: 'The .targets.yaml of this manual has a fault: mend what `check` names first.',
    }),
  'throws-away': () =>
    say({
      ko: '저장·확인 단계인데 취소나 삭제로 보이는 것을 가리킵니다. 합치지 않습니다.',
      en: 'A step that saves or confirms would point at a cancel or a delete: never merged.',
    }),
};

/** `repairs`: what admins have confirmed, reviewed and merged into the content. */
export function registerRepairs(program: Command): void {
  program
    .command('repairs <file>')
    .description(
      say({
        ko: '관리자가 고쳐 준 위치를 살펴보고 콘텐츠에 합칩니다',
        en: 'review the places that admins have corrected, and merge them into the content',
      }),
    )
    .option('--merge', say({ ko: '문서 옆의 .targets.yaml에 적습니다', en: 'write them beside the manuals' }))
    .option('--only <numbers>', say({ ko: '이 번호만 합칩니다: 1,3', en: 'merge only these: 1,3' }), numbers)
    .option('--content <dir>', say({ ko: '콘텐츠 폴더', en: 'content folder' }), 'content')
    .action(async (file: string, options: { merge?: boolean; only?: number[]; content: string }) => {
      if (!(await stat(options.content).catch(() => null))?.isDirectory())
        throw new Expected({
          ko: `콘텐츠 폴더가 없습니다: ${options.content}`,
          en: `There is no content folder at ${options.content}`,
        });
      const { repaired, unread } = await readRepairs(file);
      const steps = await readSteps(options.content);
      const places = repaired.map((each) => placeOf(each, steps));
      for (const at of unread)
        console.log(
          say({
            ko: `! 파일의 ${at}째 항목은 읽을 수 없어 건너뜁니다.`,
            en: `! Entry ${at} of the file cannot be read and is left out.`,
          }),
        );
      if (repaired.length === 0)
        return console.log(say({ ko: '고친 위치가 없습니다.', en: 'There are no corrected places.' }));
      const wrong = options.only?.filter((number) => number > repaired.length) ?? [];
      if (wrong.length > 0)
        throw new Expected({
          ko: `--only ${wrong.join(',')}: 그런 번호가 없습니다. 1에서 ${repaired.length}까지 있습니다.`,
          en: `--only ${wrong.join(',')}: there is no such number; they go from 1 to ${repaired.length}.`,
        });
      for (const [at, each] of repaired.entries()) console.log(describe(at + 1, each, places[at]!));
      if (options.merge) await merge(repaired, places, options);
      else
        console.log(
          say({
            ko: '합치려면 --merge를, 골라서 합치려면 --only 1,3을 함께 쓰십시오.',
            en: 'Merge them with --merge; choose with --only 1,3.',
          }),
        );
    });
}

async function merge(
  repaired: Repaired[],
  places: (Place | Fault)[],
  { only, content }: { only?: number[]; content: string },
): Promise<void> {
  let left = 0;
  for (const [at, { step, recorded }] of repaired.entries()) {
    const place = places[at]!;
    if (only && !only.includes(at + 1)) continue;
    if (typeof place === 'string') {
      left++;
      continue;
    }
    const did = await saveTarget(content, place, { step, nth: place.nth, recorded, date: today() });
    console.log(`${at + 1}. ${DID[did]()} → ${place.file}`);
  }
  if (left > 0) console.log(say({ ko: `합치지 못한 것 ${left}개`, en: `${left} could not be merged` }));
}

const DID: Record<Written, () => string> = {
  added: () => say({ ko: '추가했습니다', en: 'added' }),
  replaced: () => say({ ko: '바꾸었습니다', en: 'replaced' }),
  unchanged: () => say({ ko: '이미 같습니다', en: 'already there' }),
};

/** What a person has to know to decide. The file comes from somebody else: nothing in it may move the cursor. */
function describe(number: number, repaired: Repaired, place: Place | Fault): string {
  const { guide, step, nth, count, reason, date, bundle, recorded } = repaired;
  const words = recordedWords(recorded, text(say({ ko: 'ko', en: 'en' })));
  const which = nth > 1 ? ` (${nth})` : '';
  const lines = [
    `${number}. ${guide} · ${step}${which}`,
    say({
      ko: `${count}번 · 마지막 ${date} · 번들 ${bundle}판 · 까닭 ${reason}`,
      en: `${count} times · last ${date} · bundle ${bundle} · because of ${reason}`,
    }),
    ...words.map(([what, value]) => `${what}: ${value}`),
    typeof place === 'string' ? `! ${FAULTS[place]()}` : consequence(place),
  ];
  return lines.map((line, at) => `${at === 0 ? '' : '   '}${plainLine(line)}`).join('\n');
}

const consequence = ({ file, before }: Place): string =>
  before
    ? say({
        ko: `→ ${file}에서 ${before.date}에 기록한 것을 바꾸게 됩니다`,
        en: `→ would replace the record of ${before.date} in ${file}`,
      })
    : say({ ko: `→ ${file}에 추가하게 됩니다`, en: `→ would be added to ${file}` });

function numbers(typed: string): number[] {
  const values = typed.split(',').map((part) => Number(part.trim()));
  if (values.some((value) => !Number.isInteger(value) || value < 1))
    throw new InvalidArgumentError(
      say({ ko: '목록의 번호를 1,3처럼 쓰십시오.', en: 'Give numbers of the list, such as 1,3.' }),
    );
  return values;
}
