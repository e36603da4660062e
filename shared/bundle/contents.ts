import type { Article, Audience } from '../article/index.ts';
import type { Guide } from '../guide/index.ts';
import type { ConsentText, InquiryLimits } from '../inquiry/index.ts';

/** A text in every language that support wrote it in; `ko` is the one that always exists. */
export type Localised = { ko: string } & Partial<Record<'en' | 'ja', string>>;

/** How a console is recognised and what its screens call things: `content/<folder>/console.yaml`. */
export interface Console {
  id: string;
  name: Localised;
  /** WebExtension match patterns of the addresses where it always is; may be empty (customer-hosted). */
  addresses: string[];
  /** Evidence on the page, for consoles at an address of their own. All of `text`, any of `title`. */
  recognise: { title: string[]; text: string[] };
  /** Where an admin starts, when there is one address for everybody. */
  home: string | null;
  /** Groups of labels that mean the same thing on different versions or languages of the console. */
  labels: string[][];
}

export interface Category {
  id: string;
  title: Localised;
  children: Category[];
}

/** What support says about itself: `content/lounge.yaml`. */
export interface Lounge {
  name: string;
  greeting: string;
  publisher: string;
  categories: Category[];
  /** Article behind 이용가이드. */
  manual: string;
  /** Articles on the home page's FAQ list, best first. */
  faq: string[];
  contact: { email: string; phone: string; hours: string };
  consent: ConsentText;
  limits: InquiryLimits;
  /** Where inquiries go, and the key that receipts are signed with. */
  desk: { url: string; receiptKey: string };
}

/** What lists need to know about an article without loading it. */
export interface ArticleEntry {
  id: string;
  lang: string;
  title: string;
  description: string;
  console: string | null;
  category: string;
  audience: Audience;
  updated: string;
  guides: string[];
}

/** The part that is loaded first: everything but texts, steps and the search index. */
export interface Catalogue {
  lounge: Lounge;
  consoles: Console[];
  articles: ArticleEntry[];
  guides: {
    id: string;
    article: string;
    title: string;
    console: string | null;
    steps: number;
    start: string[];
  }[];
}

/** Names of parts, and what is in each. */
export interface Parts {
  catalogue: Catalogue;
  search: unknown; // bytes of shared/search
  [article: `article/${string}`]: Article;
  [guide: `guide/${string}`]: Guide;
}
