import { decode } from '../../shared/search/codec.ts';
import type { Document } from '../../shared/search/index.ts';
import { BODY, FIELDS, HEADINGS, TAGS, type Texts, TITLE } from '../../shared/search/store.ts';

const DAY = 86_400_000;

/** An article has a document for each of its languages. */
export const documentKey = (id: string, lang: string): string => `${lang}:${id}`;
export const articleOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/** The documents of a published index, under their keys: what readers search, so nothing has to be compiled again. */
export function* documentsOf(index: Uint8Array): Generator<Document> {
  const texts = decode(index);
  for (const [number, meta] of texts.metas.entries()) {
    const field = (which: number) => fieldOf(texts, number * FIELDS + which);
    const list = (which: number) => field(which).split('\n').filter(Boolean);
    const related = meta.related.map((one) => (typeof one === 'number' ? texts.metas[one]!.id : one));
    yield {
      id: documentKey(meta.id, meta.lang),
      ...{ title: field(TITLE), headings: list(HEADINGS), tags: list(TAGS), body: field(BODY) },
      ...{ lang: meta.lang, console: meta.console || null },
      related: related.map((id) => documentKey(id, meta.lang)),
      ...(meta.day > 0 && { updated: new Date(meta.day * DAY).toISOString().slice(0, 10) }),
    };
  }
}

/** Groups of words that mean the same, as they were published with it. */
export const termGroups = (index: Uint8Array): string[][] => decode(index).terms;

function fieldOf({ places, gaps, gapOf, words, starts }: Texts, slot: number): string {
  let text = '';
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) text += gaps[gapOf[at]!]! + words[places[at]!]!;
  return text;
}
