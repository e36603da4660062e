import type { InquiryLimits } from '../../../shared/inquiry/index.ts';

/** What the desks of this bench take. */
export const LIMITS: InquiryLimits = {
  files: 3,
  fileBytes: 4 * 1024 * 1024,
  totalBytes: 8 * 1024 * 1024,
  types: ['png', 'log'],
};

/** The real proof of work, made light: thousands of attempts share two cores with everything else. */
export const PROOF = { cost: 50, tries: 20, life: 60_000 };

/** One inquiry's place in the run; stands in its summary, so that a second copy under another id would show. */
export const mark = (client: number, nth: number): string => `fault run ${client}-${nth}`;
