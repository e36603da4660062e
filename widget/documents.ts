// What the first suggestion needs beside the form, in one file: the bundle's verified documents and the search in them.
export { openBundle } from './bundle.ts';
export { searchPort } from './search.ts';
