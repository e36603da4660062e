export { compile } from './compile.ts';
export { type Explained, explain } from './explain.ts';
export type { Compiled, CompileOptions, Problem } from './options.ts';
export { print } from './print/print.ts';
export { type PlainStep, plainSteps } from './steps/to-json.ts';
