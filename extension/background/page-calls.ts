import * as v from 'valibot';
import { readRecorded } from '../../shared/bundle/index.ts';
import type { Why } from '../../shared/locate/index.ts';
import type { Kind } from '../../shared/locate/kind.ts';
import type { PageCalls } from '../platform/messages.ts';

/** Guides of one console that a page is asked about. */
export const MOST_SIGNS = 300;

const REASONS = [
  'found',
  'other-words',
  'menu-closed',
  'place-not-seen',
  'role-unusual',
  'behind-dialog',
  'disabled',
  'covered',
  'hidden',
  'several',
  'several-rows',
  'no-such-words',
  'no-target',
] as const satisfies Why[];

const KINDS = [
  'press',
  'field',
  'check',
  'radio',
  'choice',
  'option',
  'heading',
  'column',
  'image',
  'label',
  'text',
] as const satisfies Kind[];

/** What a page may say. A compromised page can forge anything, so every field is checked and capped. */

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/));
const words = v.pipe(v.string(), v.maxLength(500));

/** Passed on as the text that it is; what is inside is checked, not trusted. */
const fingerprint = v.pipe(
  v.string(),
  v.check((text) => readRecorded(text) !== null, 'not a recorded target'),
);

const reading = v.strictObject({ kind: v.picklist(['on', 'off', 'choice', 'text']), words, of: words });
const press = { kind: v.picklist(['risk', 'leave']), step: id, entry: words };

const walkEvent = v.variant('type', [
  v.strictObject({
    type: v.literal('did'),
    step: id,
    chosen: v.optional(words),
    time: v.optional(v.pipe(v.number(), v.finite())),
    before: v.optional(reading),
    after: v.optional(reading),
  }),
  v.strictObject({
    type: v.literal('seen'),
    seen: v.pipe(
      v.array(v.strictObject({ step: id, holds: v.nullable(v.boolean()), now: v.nullable(reading) })),
      v.maxLength(200),
    ),
  }),
  v.strictObject({ type: v.literal('held'), ...press }),
  v.strictObject({ type: v.literal('said'), ok: v.boolean(), words }),
  v.strictObject({ type: v.literal('skip'), why: v.optional(v.literal('missing')) }),
  v.strictObject({ type: v.literal('holds'), step: id, holds: v.boolean() }),
  v.strictObject({ type: v.picklist(['next', 'back', 'lost', 'spared', 'pause', 'resume']) }),
  v.strictObject({ type: v.literal('goto'), step: id }),
  v.strictObject({ type: v.literal('branch'), group: id, branch: id }),
  v.strictObject({
    type: v.literal('proved'),
    ok: v.boolean(),
    found: v.nullable(words),
    now: v.optional(v.record(id, reading)),
  }),
]);

const verdict = {
  verdict: v.picklist(['certain', 'probable', 'ambiguous', 'missing']),
  reason: v.picklist(REASONS),
};
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const length = v.pipe(v.number(), v.finite());

/** Words between frames carry codes and places only: a frame cannot put a sentence into our card. */
const frameWord = v.variant('word', [
  v.strictObject({
    word: v.literal('seen'),
    path: v.pipe(v.array(whole), v.minLength(1), v.maxLength(20)),
    step: id,
    sight: v.nullable(
      v.strictObject({
        ...verdict,
        segment: whole,
        recorded: v.boolean(),
        confirmed: v.boolean(),
        holds: v.nullable(v.boolean()),
        rings: whole,
        box: v.nullable(v.strictObject({ x: length, y: length, width: length, height: length })),
      }),
    ),
  }),
  v.strictObject({
    word: v.literal('ring'),
    step: id,
    kind: v.nullable(v.picklist(['sure', 'ask', 'choice'])),
    first: v.nullable(whole),
  }),
  v.strictObject({ word: v.literal('answer'), yes: v.boolean() }),
]);

export const pageArguments: {
  [N in keyof PageCalls]: v.GenericSchema<unknown, Parameters<PageCalls[N]>[0]>;
} = {
  'page/hello': v.strictObject({
    title: v.pipe(
      v.string(),
      v.transform((title) => title.slice(0, 300)),
    ),
  }),
  'page/recognised': v.strictObject({ console: id }),
  'page/guides': v.strictObject({ startable: v.pipe(v.array(id), v.maxLength(MOST_SIGNS)) }),
  'walk/state': v.undefined(),
  'walk/event': walkEvent,
  'walk/undo': v.undefined(),
  'walk/anew': v.undefined(),
  'card/key': v.undefined(),
  'walk/repair': v.strictObject({
    step: id,
    fingerprint,
    reason: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  }),
  'author/save': v.strictObject({ step: id, fingerprint }),
  'frame/loaded': v.undefined(),
  'frame/say': v.strictObject({ to: whole, word: frameWord }),
  'frame/barred': v.strictObject({
    origin: v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/?#\s]+$/)),
  }),
  'walk/retired': v.strictObject({ why: v.picklist(['covered', 'unseen', 'fought']) }),
  'panel/open': v.strictObject({
    view: v.picklist(['steps', 'article', 'inquiry']),
    article: v.optional(id),
    saw: v.optional(
      v.strictObject({
        step: id,
        ...verdict,
        candidates: v.pipe(
          v.array(
            v.strictObject({
              kind: v.picklist(KINDS),
              words: v.pipe(v.string(), v.maxLength(60)),
              score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
              reasons: v.pipe(v.array(v.pipe(v.string(), v.regex(/^-?[A-Za-z-]{1,30}$/))), v.maxLength(8)),
            }),
          ),
          v.maxLength(3),
        ),
      }),
    ),
  }),
};
