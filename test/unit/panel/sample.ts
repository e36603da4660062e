import type { BundleState } from '../../../extension/platform/messages.ts';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import type { Guide, Step } from '../../../shared/guide/index.ts';
import type { Hit } from '../../../shared/search/index.ts';

const article = (id: string, console: string | null, lang = 'ko', guides: string[] = []) => ({
  id,
  lang,
  title: `제목 ${id}`,
  description: `설명 ${id}`,
  console,
  category: 'mail',
  audience: 'admin' as const,
  updated: '2026-11-21',
  guides,
});
const guide = (id: string, of: string, console: string | null, steps = 3, title = `제목 ${of}`) => ({
  id,
  article: of,
  title,
  console,
  steps,
  start: [],
});

/** Two consoles; `block` has one guide, `both` has two on hiworks, `relay` one on terrace, `plain` none. */
export const catalogue = {
  lounge: { faq: ['relay', 'gone', 'plain', 'block'] },
  consoles: [
    {
      id: 'hiworks',
      name: { ko: '하이웍스', en: 'Hiworks' },
      addresses: ['https://office.hiworks.com/*'],
      home: null,
    },
    { id: 'terrace', name: { ko: '스팸서버' }, addresses: [], home: null },
  ],
  articles: [
    article('english', 'hiworks', 'en', ['english-1']),
    article('block', 'hiworks', 'ko', ['block-1']),
    article('both', 'hiworks', 'ko', ['both-1', 'both-2']),
    article('relay', 'terrace', 'ko', ['relay-1']),
    article('plain', null),
    article('read-only', 'hiworks', 'ko', ['read-only-1']),
  ],
  guides: [
    guide('english-1', 'english', 'hiworks'),
    guide('block-1', 'block', 'hiworks'),
    guide('both-1', 'both', 'hiworks', 3, '하나'),
    guide('both-2', 'both', 'hiworks', 4, '둘'),
    guide('relay-1', 'relay', 'terrace'),
    guide('read-only-1', 'read-only', 'hiworks', 0),
  ],
} as unknown as Catalogue;

export const hit = (id: string, score: number): Hit => ({
  id,
  score,
  ranges: { title: [[0, 2]], body: null },
  why: [],
});

export const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  action: 'click',
  labels: [id],
  within: [],
  value: null,
  optional: false,
  alternative: null,
  caution: null,
  danger: null,
  text: [{ t: 'text', text: id }],
  unsure: null,
  done: null,
  recorded: null,
  line: 1,
  ...more,
});

export const guideOf = (steps: Step[], outcome: Guide['outcome'] = []): Guide => ({
  id: 'g',
  article: 'a',
  lang: 'ko',
  title: '안내',
  console: 'hiworks',
  steps,
  outcome,
});

export const bundle: BundleState = {
  source: 'synced',
  version: 3,
  published: '2026-11-01T00:00:00.000Z',
  expires: '2027-02-01T00:00:00.000Z',
  stale: false,
  checked: '2026-11-20T00:00:00.000Z',
  problem: null,
};
