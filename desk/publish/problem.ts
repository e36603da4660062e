/** One fault of the content, where it is and how to mend it. */
export interface ContentProblem {
  /** Path below the content folder. */
  file: string;
  /** 1-based */
  line: number;
  severity: 'error' | 'warning';
  code: string;
  message: { ko: string; en: string };
}

export function error(file: string, line: number, code: string, ko: string, en: string): ContentProblem {
  return { file, line, severity: 'error', code, message: { ko, en } };
}

export function warning(file: string, line: number, code: string, ko: string, en: string): ContentProblem {
  return { file, line, severity: 'warning', code, message: { ko, en } };
}
