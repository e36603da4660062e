import type { InquiryLimits } from '../../inquiry/inquiry.ts';
import { checkFiles, type FieldProblem } from '../../inquiry/rules.ts';

/**
 * The files after `added` were offered: those that can be sent are taken, the others are named with the reason. A bad
 * file never pushes out a good one.
 */
export function addFiles(
  files: readonly File[],
  added: readonly File[],
  limits: InquiryLimits,
): { files: File[]; problems: FieldProblem[] } {
  const taken = [...files];
  const problems: FieldProblem[] = [];
  for (const file of added) {
    if (taken.some((other) => isSame(other, file))) continue;
    const own = checkFiles([file], limits);
    const together = own.length ? own : checkFiles([...taken, file], limits);
    if (together.length === 0) taken.push(file);
    else if (!problems.some((problem) => JSON.stringify(problem) === JSON.stringify(together[0])))
      problems.push(together[0]!);
  }
  return { files: taken, problems };
}

/** The same file chosen twice is one file. */
function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}
