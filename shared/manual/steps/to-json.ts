import type { Guide, Step } from '../../guide/step.ts';

/** One step as `giljabi steps` prints it: data without the card's text. */
export interface PlainStep {
  action: Step['action'];
  labels: string[];
  within: string[];
  value: string | null;
  optional: boolean;
  alternative: string | null;
  caution: string | null;
  danger: Step['danger'];
  unsure: string | null;
  line: number;
}

/** The steps of all guides in the order of the manual. */
export function plainSteps(guides: readonly Guide[]): PlainStep[] {
  return guides.flatMap((guide) =>
    guide.steps.map(
      ({ action, labels, within, value, optional, alternative, caution, danger, unsure, line }) => ({
        action,
        labels,
        within,
        value,
        optional,
        alternative,
        caution,
        danger,
        unsure,
        line,
      }),
    ),
  );
}
