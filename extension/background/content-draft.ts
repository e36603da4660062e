import type { Article } from '../../shared/article/index.ts';
import {
  BundleError,
  keyId,
  type Manifest,
  partRef,
  readArticle,
  readCatalogue,
  readGuide,
} from '../../shared/bundle/index.ts';
import { item } from '../platform/local.ts';
import type { BundleState, DraftDesk } from '../platform/messages.ts';
import { tell } from '../platform/tabs.ts';
import { type Layout, layoutOf } from './content-take.ts';
import { fetchManifest, fetchPart, Offline } from './fetch-bundle.ts';

/** Where an author previews from, or null: nothing of the below happens then. */
export const draftDesk = item<DraftDesk | null>('local', 'draft-desk', null);

/** A draft as it is now. In memory only: it is never stored, and raises no floor (clause 9.4). */
export interface Draft {
  manifest: Manifest;
  layout: Layout;
  state: BundleState;
  /** Bytes of a part, with the mark of a draft in every title. */
  part(name: string): Promise<Uint8Array>;
}

/** Clause 9.3: an author's desk is on the author's machine. */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

/** Looked at again no sooner than this. */
const PAUSE_MS = 1_000;
let last: { at: number; desk: string; draft: Promise<Draft> } | null = null;

/** The draft that an author previews, or null where nobody does. Never throws: a draft desk that is gone is said. */
export async function draftNow(): Promise<Draft | null> {
  const desk = await draftDesk.get();
  if (!desk) return null;
  const name = `${desk.url} ${desk.key}`;
  if (last?.desk !== name || Date.now() - last.at > PAUSE_MS) {
    const before = last?.desk === name ? last.draft.catch(() => null) : Promise.resolve(null);
    last = { at: Date.now(), desk: name, draft: load(desk, before) };
  }
  return last.draft;
}

async function load(desk: DraftDesk, before: Promise<Draft | null>): Promise<Draft> {
  const known = await before;
  try {
    if (!isLoopback(desk.url)) throw new Offline(desk.url);
    const keys = [{ id: await keyId(desk.key), key: desk.key }];
    // 9.1, 9.2: that key and drafts only.
    const { manifest } = await fetchManifest(desk.url, { keys, floor: {}, now: new Date(), draft: true });
    if (known?.state.source === 'draft' && known.manifest.version === manifest.version) return known;
    const draft = await draftOf(desk, manifest);
    if (known) await tell({ notice: 'bundle', state: draft.state });
    return draft;
  } catch (error) {
    const problem =
      error instanceof BundleError ? error.code : error instanceof Offline ? 'offline' : 'unexpected';
    return unreachable(problem);
  }
}

async function draftOf(desk: DraftDesk, manifest: Manifest): Promise<Draft> {
  const parts = new Map<string, Promise<Uint8Array>>();
  const bytes = (ref: { hash: string; name: string; size: number }) => {
    const known = parts.get(ref.hash) ?? fetchPart(desk.url, ref);
    parts.set(ref.hash, known);
    return known;
  };
  const layout = await layoutOf(manifest, bytes);
  const { version, published, expires } = manifest;
  const state: BundleState = {
    ...{ source: 'draft', version, published, expires, stale: false },
    ...{ checked: new Date().toISOString(), problem: null },
  };
  return {
    ...{ manifest, layout, state },
    async part(name) {
      const ref = layout.refs.get(name) ?? partRef(manifest, name);
      return marked(name, await bytes(ref));
    },
  };
}

const MARKS: Record<string, string> = { ko: '초안', en: 'Draft', ja: '下書き' };
/** Behind the title: search says by position which of its letters were found. */
const mark = (title: string, lang = 'ko'): string => `${title} [${MARKS[lang] ?? MARKS.ko}]`;
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Lists, pages and the card on a console all show the title: there the mark cannot be overlooked. */
function marked(name: string, bytes: Uint8Array): Uint8Array {
  if (name.startsWith('article/')) {
    const article: Article = readArticle(bytes, name);
    return bytesOf({ ...article, title: mark(article.title, article.lang) });
  }
  if (name.startsWith('guide/')) {
    const guide = readGuide(bytes, name);
    return bytesOf({ ...guide, title: mark(guide.title, guide.lang) });
  }
  if (name !== 'catalogue') return bytes;
  const catalogue = readCatalogue(bytes);
  const lists = ({ articles, guides }: Pick<typeof catalogue, 'articles' | 'guides'>) => ({
    articles: articles.map((entry) => ({ ...entry, title: mark(entry.title, entry.lang) })),
    guides: guides.map((entry) => ({ ...entry, title: mark(entry.title, entry.lang) })),
  });
  const { translations } = catalogue;
  return bytesOf({
    ...catalogue,
    ...lists(catalogue),
    ...(translations && { translations: lists(translations) }),
  });
}

/** A desk that is not there shows nothing of the published bundle either: the author would take it for the draft. */
function unreachable(problem: string): Draft {
  const nothing = (): never => {
    throw new BundleError('part-missing', 'draft');
  };
  const state: BundleState = {
    ...{ source: 'none', version: 0, published: '', expires: '', stale: false, checked: null },
    problem,
  };
  const empty = {
    format: 1 as const,
    key: '0'.repeat(16),
    version: 1,
    published: '',
    expires: '',
    parts: [],
  };
  const layout: Layout = { manifest: empty, shelves: [], refs: new Map() };
  return { manifest: empty, layout, state, part: async () => nothing() };
}
