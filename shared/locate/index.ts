export { find } from './find.ts';
export { capture, type Fingerprint } from './fingerprint.ts';
export { type Account, explain, type Located, locate, locateAll, type Options } from './locate.ts';
export type { Candidate, Match, Wanted, Why } from './match.ts';
export { signs } from './place.ts';
export type { Root, Seam } from './seam.ts';
export type { State } from './sight.ts';
export { look, type Survey } from './survey.ts';
