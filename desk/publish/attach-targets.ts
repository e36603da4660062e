import type { Compiled } from './compile.ts';
import type { Content } from './content.ts';
import { type ContentProblem, warning } from './problem.ts';
import { stepFor, targetsFileOf } from './targets.ts';

/** Gives each step what was recorded of its target; what no step asks for any more is said. */
export function attachTargets(
  { manuals, targets: files }: Pick<Content, 'manuals' | 'targets'>,
  compiled: readonly Compiled[],
): ContentProblem[] {
  const manualOf = new Map(manuals.map((manual) => [targetsFileOf(manual.file, manual.meta.id), manual]));
  return files.flatMap(({ file, targets }) => {
    const manual = manualOf.get(file);
    if (!manual)
      return [
        warning(
          file,
          1,
          'orphan-target',
          '이 이름의 문서가 같은 폴더에 없어 쓰지 않았습니다',
          'not used: there is no manual of this id in the folder',
        ),
      ];
    const own = compiled.find((one) => one.file === manual.file);
    if (!own) return []; // a draft
    return targets.flatMap((target) => {
      const step = stepFor(own, target);
      if (step) {
        step.recorded = JSON.stringify(target.recorded);
        return [];
      }
      return [
        warning(
          file,
          target.line,
          'orphan-target',
          `‘${target.step}’ 단계가 더는 없어 쓰지 않았습니다. 새로 기록하거나 지우십시오`,
          `not used: the manual has no step “${target.step}” any more; record it again or delete it`,
        ),
      ];
    });
  });
}
