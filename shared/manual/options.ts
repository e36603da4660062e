import type { Article } from '../article/node.ts';
import type { Guide } from '../guide/step.ts';

export interface CompileOptions {
  /** What the desk read from the front matter: id, title, console … */
  meta?: Partial<Omit<Article, 'blocks' | 'guides'>>;
  /** What the guide leaves behind: the object that was picked is in the list, is gone from it, or neither. */
  outcome?: 'added' | 'removed' | 'none';
  /** `false`: this manual is only read, it has no steps. */
  guide?: boolean;
  /** Labels and menu paths known to be on the console: an unmarked label that is one of them is sure. */
  labels?: string[][];
}

/** Something that the author of a manual should mend. */
export interface Problem {
  /** 1-based line of the manual. */
  line: number;
  severity: 'error' | 'warning';
  code: string;
  message: { ko: string; en: string };
}

export interface Compiled {
  article: Article;
  /** The first guide, or null when the manual has no steps. */
  guide: Guide | null;
  guides: Guide[];
  problems: Problem[];
}
