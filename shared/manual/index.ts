export { compile } from './compile.ts';
export type { Compiled, CompileOptions, Problem } from './options.ts';
