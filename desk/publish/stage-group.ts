import { type GuideEntry, type PartRef, readShelf, type Shelf } from '../../shared/bundle/index.ts';
import { jsonBytes } from './bundle.ts';
import { articleEntry, guideEntries, inOrder } from './compile.ts';
import type { Group } from './compile-group.ts';
import { refOf, type Stage } from './stage.ts';

/** Parts of a bundle that are staged, by who lists them. */
export interface Staged {
  /** By the manifest. */
  parts: PartRef[];
  /** By a shelf. */
  shelved: PartRef[];
}

export async function putPart(stage: Stage, name: string, bytes: Uint8Array): Promise<PartRef> {
  const ref = await refOf(name, bytes);
  await stage.put(ref, bytes);
  return ref;
}

/** Texts, guides, search index and shelf of a group. */
export async function stageGroup(stage: Stage, group: Group): Promise<Staged> {
  const parts: PartRef[] = [];
  const texts = await stageTexts(stage, group);
  for (const [name, bytes] of group.search) parts.push(await putPart(stage, name, bytes));
  if (!group.shelf) return { parts: [...parts, ...texts], shelved: [] };
  parts.push(await stageShelf(stage, group.shelf.name, group, texts));
  return { parts, shelved: texts };
}

/** Each text was read back through the reader's own schema when it was checked. */
async function stageTexts(stage: Stage, { compiled, translations }: Group): Promise<PartRef[]> {
  const refs: PartRef[] = [];
  for (const { article, guides, translated } of [...compiled, ...translations]) {
    const ending = translated ? `.${article.lang}` : '';
    refs.push(await putPart(stage, `article/${article.id}${ending}`, jsonBytes(article)));
    for (const guide of guides)
      refs.push(await putPart(stage, `guide/${guide.id}${ending}`, jsonBytes(guide)));
  }
  return refs;
}

async function stageShelf(stage: Stage, name: string, group: Group, parts: PartRef[]): Promise<PartRef> {
  const texts = [...group.compiled, ...group.translations].sort(inOrder);
  const shelf: Shelf = {
    articles: texts.map((text) => ({
      ...articleEntry(text),
      ...(text.position !== 1_000 && { position: text.position ?? 0 }),
    })),
    guides: texts.flatMap((text) =>
      guideEntries(text).map((guide): GuideEntry => ({ ...guide, lang: text.article.lang })),
    ),
    parts: [...parts].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const bytes = jsonBytes(shelf);
  readShelf(bytes, name);
  return putPart(stage, `shelf/${name}`, bytes);
}
