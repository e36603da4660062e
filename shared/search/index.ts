export { checkTerms, type TermExample, type TermProblem } from './check-terms.ts';
export { createIndex, type Index, loadIndex, search, serialize } from './core.ts';
export type { Document, Hit, IndexOptions, Range, SearchOptions } from './document.ts';
export { pick } from './pick.ts';
export { Suggester } from './suggester.ts';
