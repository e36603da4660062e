export { find } from './find.ts';
export type { Candidate, Match, Wanted, Why } from './match.ts';
export type { Root, Seam } from './seam.ts';
export type { State } from './sight.ts';
