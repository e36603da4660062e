export { createIndex, type Index, loadIndex, serialize } from './core.ts';
export type { Corpus, Document, Hit, IndexOptions, Range, SearchOptions } from './document.ts';
export { joinIndexes, loadParts, partitions, searchAll } from './partitions.ts';
export { pick } from './pick.ts';
export { type Port, remoteSearch, serveSearch } from './remote.ts';
export { search } from './search.ts';
export { LiveSearch, SURE, Suggester } from './suggester.ts';
