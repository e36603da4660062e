import { compile, plainSteps } from '../../../shared/manual/index.ts';

/** `action label > label @ place =value` of every step, `?` where the walkthrough would ask. */
export function read(markdown: string): string[] {
  return plainSteps(compile(markdown).guides).map((step) =>
    [
      step.action,
      step.labels.join(' > ') || '-',
      step.within.length ? `@ ${step.within.join(' > ')}` : '',
      step.value === null ? '' : `=${step.value}`,
      step.optional ? 'optional' : '',
      step.alternative ?? '',
      step.unsure ? `?${step.unsure}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}
