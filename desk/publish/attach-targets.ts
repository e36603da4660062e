import type { Compiled } from './compile.ts';
import type { Content } from './content.ts';
import { type ContentProblem, warning } from './problem.ts';
import { stepFor, type TargetFile, targetsFileOf } from './targets.ts';

/** Gives each step what was recorded of its target; what no step asks for any more is said. */
export function targetsOf({ manuals, targets: files }: Pick<Content, 'manuals' | 'targets'>) {
  const fileOf = new Map(files.map((file) => [file.file, file]));
  const folder = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);
  return {
    /** Translations ask for the same elements; what their words do not lead to is the original's business. */
    attach(compiled: Compiled): ContentProblem[] {
      const file = fileOf.get(targetsFileOf(folder(compiled.file), compiled.article.id));
      return file ? attachTo(compiled, file) : [];
    },
    /** Files of targets without a manual. */
    orphans(): ContentProblem[] {
      const known = new Set(manuals.map((manual) => targetsFileOf(manual.file, manual.meta.id)));
      return files
        .filter(({ file }) => !known.has(file))
        .map(({ file }) =>
          warning(
            file,
            1,
            'orphan-target',
            '이 이름의 문서가 같은 폴더에 없어 쓰지 않았습니다',
            'not used: there is no manual of this id in the folder',
          ),
        );
    },
  };
}

function attachTo(compiled: Compiled, { file, targets }: TargetFile): ContentProblem[] {
  return targets.flatMap((target) => {
    const step = stepFor(compiled, target);
    if (step) {
      step.recorded = JSON.stringify(target.recorded);
      return [];
    }
    if (compiled.translated) return [];
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
}
