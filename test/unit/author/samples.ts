/** A recorded target as the locator keeps it, for tests that do not look into it. */
export const fingerprint = (name = '저장', more: Record<string, unknown> = {}) => ({
  v: 1 as const,
  kind: 'press',
  tag: 'button',
  role: '',
  name,
  label: '',
  before: '',
  after: '',
  hint: '',
  title: '',
  id: '',
  attr: '',
  href: [],
  choice: '',
  options: [],
  icon: [],
  marks: [],
  heads: ['보안메일'],
  column: '',
  landmark: 'main',
  row: null,
  near: ['', '사용함', '', ''],
  path: [],
  order: 0.5,
  slot: [1, 2],
  rank: [3, 9],
  nth: 0,
  same: 1,
  hidden: false,
  locale: 'ko',
  page: { shape: 1, at: 2 },
  ...more,
});

/** An entry of a `.targets.yaml`, in block style. */
export const entry = (step: string, more = '', recorded: object = fingerprint()): string =>
  `- step: ${step}\n  date: 2026-11-21\n${more}  recorded: ${JSON.stringify(recorded)}\n`;
