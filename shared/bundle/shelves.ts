import { hex } from './bytes.ts';
import type { ArticleEntry, Catalogue, GuideEntry, Shelf, ShelfEntry } from './contents.ts';
import type { Manifest, PartRef } from './manifest.ts';

/**
 * Articles on one shelf at most. From figures of `npm run bench:bundle` for 10,000 articles: a change costs a reader the
 * article, its shelf, its search index and the manifest. Fewer on a shelf make the manifest longer and each index's own
 * dictionary weigh more; more make each change dearer.
 */
export const SHELF_LIMIT = 96;

/** One text to be put on a shelf: an article in one language. */
export interface Placed {
  id: string;
  lang: string;
  console: string | null;
  /** Not the language that it was written in first. */
  translation: boolean;
}

/**
 * Which texts are published together (clause 6.3): one console, one language, and where those are more than `limit`,
 * the same first bits of SHA-256 of the id. A shelf that grows too long splits in two; no other one changes.
 */
export async function shelve<T extends Placed>(
  texts: readonly T[],
  limit = SHELF_LIMIT,
): Promise<Map<ShelfEntry, T[]>> {
  const groups = new Map<string, Member<T>[]>();
  for (const text of texts) {
    const name = `${text.console ?? '_'}.${text.lang}`;
    const group = groups.get(name) ?? [];
    group.push({ bits: await bitsOf(text.id), text });
    groups.set(name, group);
  }
  const shelves = new Map<ShelfEntry, T[]>();
  for (const name of [...groups.keys()].sort())
    for (const { bits, members } of split(groups.get(name)!, limit, '')) {
      const { console, lang } = members[0]!;
      const only = members.every(({ translation }) => translation) && { translations: true as const };
      shelves.set({ name: bits ? `${name}.${bits}` : name, console, lang, ...only }, members);
    }
  return shelves;
}

interface Member<T> {
  bits: string;
  text: T;
}

/** By one bit more, as long as there are too many; a half with nothing in it is no shelf. */
function split<T>(
  group: readonly Member<T>[],
  limit: number,
  bits: string,
): { bits: string; members: T[] }[] {
  if (group.length === 0) return [];
  if (group.length <= limit || bits.length === 32) return [{ bits, members: group.map(({ text }) => text) }];
  return ['0', '1'].flatMap((bit) =>
    split(
      group.filter((member) => member.bits[bits.length] === bit),
      limit,
      bits + bit,
    ),
  );
}

/** The first 32 bits of SHA-256 over the id, as digits. */
async function bitsOf(id: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  return Number.parseInt(hex(digest.subarray(0, 4)), 16)
    .toString(2)
    .padStart(32, '0');
}

/** A catalogue with what its shelves hold put into it; `lang` chooses among translations (clause 6.5). */
export function wholeCatalogue(
  base: Catalogue,
  shelves: readonly Shelf[],
  lang: string | null = null,
): Catalogue {
  const { lounge, consoles, shelves: names, translations } = base;
  const articles = choose(
    [...base.articles, ...(translations?.articles ?? []), ...shelves.flatMap((shelf) => shelf.articles)],
    lang,
  );
  const guides = choose(
    [...base.guides, ...(translations?.guides ?? []), ...shelves.flatMap((shelf) => shelf.guides)],
    lang,
  );
  // Shelves are in no order that means anything to a reader.
  if (names) articles.sort((a, b) => (a.position ?? 1_000) - (b.position ?? 1_000) || (a.id < b.id ? -1 : 1));
  return { lounge, consoles, articles, guides, ...(names && { shelves: names }) };
}

/** Of each id the entry in `lang`, else the one it was written as. */
function choose<T extends ArticleEntry | GuideEntry>(entries: readonly T[], lang: string | null): T[] {
  const chosen = new Map<string, T>();
  const worth = (entry: T) => (entry.lang === lang ? 2 : entry.translated ? 0 : 1);
  for (const entry of entries) {
    const known = chosen.get(entry.id);
    if (!known || worth(entry) > worth(known)) chosen.set(entry.id, entry);
  }
  return [...chosen.values()];
}

/**
 * Which shelves a reader loads, soonest first (clause 6.4): the console in front in the person's language, what is about
 * no console, the other consoles, other languages. Shelves of nothing but translations into other languages are left out.
 */
export function shelvesFor(
  { shelves = [] }: Catalogue,
  lang: string,
  console: string | null = null,
): ShelfEntry[] {
  const distance = (shelf: ShelfEntry) =>
    (shelf.lang === lang ? 0 : 4) + (shelf.console === console ? 0 : shelf.console === null ? 1 : 2);
  return shelves
    .filter((shelf) => shelf.lang === lang || !shelf.translations)
    .sort((a, b) => distance(a) - distance(b));
}

/** Names of the search indexes that a reader loads, in the order of `shelvesFor`. */
export function searchParts(
  manifest: Manifest,
  catalogue: Catalogue,
  lang: string,
  console: string | null = null,
): string[] {
  if (catalogue.shelves) return shelvesFor(catalogue, lang, console).map(({ name }) => `search/${name}`);
  const own = `search/${lang}`;
  return [...(manifest.parts.some(({ name }) => name === own) ? [own] : []), 'search'];
}

/** Every part that a manifest and its shelves sign for (clause 5.2), by name. */
export function partsOf(manifest: Manifest, shelves: readonly Shelf[]): Map<string, PartRef> {
  const refs = new Map<string, PartRef>();
  // The manifest comes last: what it says counts.
  for (const { parts } of shelves) for (const ref of parts) refs.set(ref.name, ref);
  for (const ref of manifest.parts) refs.set(ref.name, ref);
  return refs;
}
