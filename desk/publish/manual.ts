import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrontMatter } from './front-matter.ts';
import { readText } from './text.ts';

/** One Markdown document of the content folder, not yet compiled. */
export interface Manual {
  file: string;
  meta: FrontMatter;
  source: string;
  /** Only of translations: what they were made from has changed since. */
  outdated?: boolean;
}

/** A manual whose text is read whenever it is asked for: a hundred thousand of them would not fit into memory. */
export class ManualFile implements Manual {
  readonly file: string;
  readonly meta: FrontMatter;
  readonly #path: string;

  constructor(dir: string, file: string, meta: FrontMatter) {
    this.file = file;
    // A copy: what a parser cut out of a text keeps the whole text in memory.
    this.meta = structuredClone(meta);
    this.#path = path.join(dir, file);
  }

  get source(): string {
    return readText(readFileSync(this.#path), this.file, []);
  }
}
