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

/** Pictures in a paste, named by when they were pasted: the clipboard calls every one of them `image.png`. */
export function pastedFiles(data: DataTransfer | null, nameOf: (at: string) => string, now: Date): File[] {
  const at = now.toTimeString().slice(0, 8).replaceAll(':', '');
  return [...(data?.files ?? [])].map((file, index) => {
    if (!file.type.startsWith('image/') || !/^image\.\w+$/.test(file.name)) return file;
    const extension = file.name.split('.').at(-1);
    const name = `${nameOf(at)}${index ? `-${index + 1}` : ''}.${extension}`;
    return new File([file], name, { type: file.type, lastModified: now.getTime() });
  });
}
