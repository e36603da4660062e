/** What a line was taken for. Only `step` lines are read for acts. */
export type Kind =
  | 'step'
  | 'heading'
  | 'breadcrumb'
  | 'note'
  | 'caution'
  | 'crossref'
  | 'permission'
  | 'result'
  | 'caption'
  | 'chrome'
  | 'definition'
  | 'table'
  | 'code'
  | 'blank';

export interface Verdict {
  kind: Kind;
  /** For people: shown by `giljabi steps --explain`. */
  why: string;
}
