import type { Article, Audience } from '../article/index.ts';
import type { Guide } from '../guide/index.ts';
import type { ConsentText, InquiryLimits } from '../inquiry/index.ts';
import type { PartRef } from './manifest.ts';

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

/** How a publisher looks; each may be left out. */
export interface Brand {
  /** `#rrggbb`, dark enough for words on white. Other tints follow from it (`shared/ui/brand.ts`). */
  color?: string | undefined;
  /** A picture, drawn about 30 px high. */
  logo?: { type: 'image/svg+xml' | 'image/png' | 'image/webp' /** base64 */; data: string } | undefined;
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
  brand?: Brand | undefined;
  /** Where the lounge's pages are, when they are not at the desk. */
  url?: string | undefined;
}

/** What lists need to know about an article without loading it. One of each language that it is written in. */
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
  /** Only in shelves: where the author placed it among others; 1000 unless said. */
  position?: number | undefined;
  /** Not the language that it was written in first. */
  translated?: boolean | undefined;
  /** Only in translations: made from an older text of the article. */
  outdated?: true | undefined;
}

/** What lists need to know about a guide without loading it. */
export interface GuideEntry {
  id: string;
  article: string;
  title: string;
  console: string | null;
  steps: number;
  start: string[];
  /** Only in translations and shelves; elsewhere it is that of the article. */
  lang?: string | undefined;
  translated?: boolean | undefined;
}

/** Texts of one console in one language, or some of them: what is published, loaded and changed together. */
export interface ShelfEntry {
  /** `hiworks.ko`, `_.en.01`: console (`_` for none), language, and bits of the ids' hashes where there are too many. */
  name: string;
  console: string | null;
  lang: string;
  /** All of it is also there in the language it was translated from. */
  translations?: true | undefined;
}

/** The part `shelf/<name>`: lists, and where each text is. Beside it, `search/<name>` is its search index. */
export interface Shelf {
  articles: ArticleEntry[];
  guides: GuideEntry[];
  /** `article/…` and `guide/…` of these texts; as good as listed in the manifest, which signs for the shelf. */
  parts: PartRef[];
}

/** The part that is loaded first: everything but texts, steps and the search index. */
export interface Catalogue {
  lounge: Lounge;
  consoles: Console[];
  /** One of each id; as published, in the language it was written in first. */
  articles: ArticleEntry[];
  guides: GuideEntry[];
  /** The same articles and guides in other languages. */
  translations?: { articles: ArticleEntry[]; guides: GuideEntry[] } | undefined;
  /** Only with many articles: then the lists above are empty as published, and these parts hold them. */
  shelves?: ShelfEntry[] | undefined;
}

/** Names of parts, and what is in each. */
export interface Parts {
  catalogue: Catalogue;
  search: unknown; // bytes of shared/search
  [shelf: `shelf/${string}`]: Shelf;
  [article: `article/${string}`]: Article;
  [guide: `guide/${string}`]: Guide;
}
