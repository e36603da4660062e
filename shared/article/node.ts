/**
 * The closed node tree of an article: the only form in which text written by support reaches a reader.
 * There is no HTML node and no way to add one; views turn these nodes into elements one by one.
 */

export type Inline =
  | { t: 'text'; text: string }
  | { t: 'strong' | 'em' | 'strike'; kids: Inline[] }
  | { t: 'code'; text: string }
  /** Words that stand on a console's screen, written `[저장]` in the manual. Paths keep their segments. */
  | { t: 'label'; path: string[] }
  /** `href` is https:, http:, mailto:, tel:, `#fragment` or `article:<id>`. */
  | { t: 'link'; href: string; kids: Inline[] }
  | { t: 'break' };

export interface ListItem {
  /** The marker as the author wrote it (`1.`, `(2)`, `①`), or null for a bullet. */
  marker: string | null;
  kids: Block[];
}

export type NoteTone = 'note' | 'tip' | 'caution';

export type Block =
  | { t: 'heading'; level: 2 | 3 | 4; id: string; kids: Inline[] }
  | { t: 'para'; kids: Inline[] }
  | { t: 'list'; ordered: boolean; items: ListItem[] }
  | { t: 'note'; tone: NoteTone; kids: Block[] }
  | { t: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { t: 'code'; text: string }
  | { t: 'quote'; kids: Block[] }
  | { t: 'image'; src: string; alt: string }
  | { t: 'rule' };

/** `admin` articles are about the whole service, `user` articles about one's own mailbox. */
export type Audience = 'admin' | 'user';

export interface Article {
  id: string;
  /** BCP 47: `ko`, `en`, `ja`. */
  lang: string;
  title: string;
  description: string;
  /** Id of the console that the article is about, or null for general mail knowledge. */
  console: string | null;
  /** Id of a category in lounge.yaml. */
  category: string;
  audience: Audience;
  tags: string[];
  /** Words that people search for but that the text does not contain. */
  keywords: string[];
  /** ISO 8601 date, `2026-11-21`. */
  updated: string;
  /** Ids of articles that an editor linked by hand. */
  related: string[];
  blocks: Block[];
  /** Ids of the guides compiled from the same manual. */
  guides: string[];
  /**
   * Every language that the article is written in, this one included; absent when it is this one only. A reader of
   * another language is told which one this is.
   */
  translations?: string[] | undefined;
  /** This is a translation, and what it was made from has changed since. */
  outdated?: true | undefined;
}
