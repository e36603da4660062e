import { ACTIONS, type Guide, type Step } from '../guide/index.ts';
import { inlines } from './article-schema.ts';
import { recordedText } from './recorded.ts';
import { flag, list, maybe, object, one, orNull, type Shape, text, variant, whole } from './shape.ts';
import { id, idOrNull, lang, short, words } from './words.ts';

/** The closed vocabulary of a guide (clause 6.2): data only, no selector. */

const shortOrNull = orNull(short);
const recorded = maybe(orNull(recordedText));
const done = variant('kind', {
  on: {},
  off: {},
  filled: {},
  value: { value: short },
  shown: { text: short },
  row: { text: shortOrNull, step: idOrNull, present: flag },
});
const step: Shape<Step> = object({
  id,
  action: one(...ACTIONS),
  labels: words(20),
  within: words(20),
  value: shortOrNull,
  optional: flag,
  alternative: shortOrNull,
  caution: orNull(text(2_000)),
  danger: orNull(one('irreversible', 'everyone')),
  text: inlines,
  unsure: shortOrNull,
  done: orNull(done),
  /** Bundles and walkthroughs from before targets could be recorded have none. */
  recorded: (value): string | null => recorded(value) ?? null,
  line: whole(1),
});

export const guide: Shape<Guide> = object({
  id,
  article: id,
  lang,
  title: short,
  console: idOrNull,
  steps: list(step, 200),
  outcome: list(variant('kind', { step: { step: id }, chosen: { step: id, present: flag } }), 50),
});
