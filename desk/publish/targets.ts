import * as v from 'valibot';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { isRecorded, RECORDED_BYTES, type Recorded } from '../../shared/bundle/recorded.ts';
import { type Guide, type Step, stepKey } from '../../shared/guide/index.ts';
import { date } from './front-matter.ts';
import { type ContentProblem, error } from './problem.ts';
import { readYaml } from './yaml.ts';

/** What was recorded of one step's target on a real console. */
export interface Target {
  /** `click 저장`, `open-menu-path 메일 관리 > 보안 메일`: see `stepKey`. */
  step: string;
  /** Which of the manual's steps with that key, from 1. */
  nth: number;
  recorded: Recorded;
  /** Which version of the console it was recorded on, in support's own words. */
  console_version?: string | undefined;
  /** YYYY-MM-DD */
  date: string;
}

/** `hiworks/pop3-smtp-on.targets.yaml`, beside the manual of that id. */
export interface TargetFile {
  file: string;
  targets: (Target & { line: number })[];
}

/** Field by field, so that a fault is said where it stands. */
export const recorded: v.GenericSchema<unknown, Recorded> = v.pipe(
  v.looseObject({ v: v.literal(1), kind: v.string(), tag: v.string(), name: v.string() }),
  v.check((value) => isRecorded(value), `nested too deeply, or more than ${RECORDED_BYTES} bytes`),
);

const words = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(100));
const targetsFile: v.GenericSchema<unknown, Target[]> = v.array(
  v.strictObject({
    step: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
    nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    recorded,
    console_version: v.optional(words),
    date,
  }),
);

/** File of a manual's targets, from the manual's own file and id. */
export const targetsFileOf = (manualFile: string, id: string): string =>
  `${manualFile.slice(0, manualFile.lastIndexOf('/') + 1)}${id}.targets.yaml`;

export function readTargets(text: string, file: string, problems: ContentProblem[]): TargetFile {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  if (contents === null) return { file, targets: [] }; // comments only
  const targets = readYaml(text, targetsFile, file, 1, problems) ?? [];
  const lines = isSeq(contents) ? contents.items.map((item) => counter.linePos(item.range[0]).line) : [];
  const placed = targets.map((target, at) => ({ ...target, line: lines[at] ?? 1 }));
  for (const [at, { step, nth, line }] of placed.entries())
    if (placed.slice(0, at).some((other) => other.step === step && other.nth === nth))
      problems.push(
        error(
          file,
          line,
          'same-target',
          `${step}의 위치가 두 번 적혀 있습니다. 하나를 지우십시오`,
          `the target of ${step} is given twice: delete one`,
        ),
      );
  return { file, targets: placed };
}

/** All steps of a manual, through its guides: in this order `nth` counts. */
export const stepsOf = ({ guides }: { guides: Guide[] }): Step[] => guides.flatMap((guide) => guide.steps);

export const stepFor = (
  manual: { guides: Guide[] },
  { step, nth }: Pick<Target, 'step' | 'nth'>,
): Step | undefined => stepsOf(manual).filter((each) => stepKey(each) === step)[nth - 1];
