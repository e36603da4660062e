import type { Sense } from '../steps/action-for.ts';
import { typedName } from './object.ts';
import { SENSE_OF } from './verbs.ts';

export interface Found {
  sense: Sense;
  verb: string;
  start: number;
  end: number;
  /** "you can click": the reader may. */
  can: boolean;
}

const WORDS = [...SENSE_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replaceAll('-', '[- ]').replaceAll(' ', '\\s+'));
const VERB = new RegExp(`(?<![\\w'’.-])(?:${WORDS.join('|')})(?![\\w'’-])`, 'giu');
/** What may stand right before an imperative; anything else makes it a noun, an infinitive or a gerund. */
const OPENS =
  /(?:^|[,;:.)]|[-–—]\s|\b(?:and|then|or|next|now|please|just|simply|first|finally|also|once done|to|(?<!(?:lets?|helps?|allows?|enables?)\s)you(?:\s+(?:can|may|might|should|must|need\s+to|could|then|want\s+to))?|can|may|might|should|must|by|either|again|i\.e\.|lastly|afterwards|the user|search))\s*$/iu;
const CAN = /\b(?:can|may|might|could|able\s+to)\s+(?:also\s+|then\s+|either\s+)?$/iu;
const INFINITIVE = /\bto\s*$/iu;
const GERUND = /ing$/u;

/** `if you paste …`, `that you select`: said of the reader, not asked. */
const SAID =
  /\b(?:if|when|whenever|unless|because|that|where|what|which|while|until|whether|how|wherever|as) you\s*$|\b(?:information|items?|settings|options|values|details|features) you can\s*$/iu;

/** `unless it is full or you enable …`: still what is said. */
const SAID_TOO = /\b(?:unless|if|when|until)\b[^.,;]{1,80}\b(?:or|and) you\s*$/iu;

const LEAD = /^(?:in|on|from|under|at|for|then|now|there|here|next to|beside)\s/iu;
const HAND: ReadonlySet<string> = new Set([
  'click',
  'click on',
  'select',
  'choose',
  'pick',
  'press',
  'enter',
  'type',
]);

/** The imperatives of a masked English sentence, left to right. */
export function findVerbs(text: string): Found[] {
  const out: Found[] = [];
  // `Check the Allow users to turn on X box`: what stands inside a name asks for nothing.
  let named = 0;
  const placed = LEAD.test(text.trimStart());
  for (const hit of text.matchAll(VERB)) {
    const before = text.slice(Math.max(0, hit.index - 24), hit.index);
    const verb = hit[0].toLowerCase().replace(/\s+/gu, ' ');
    if (hit.index < (out.at(-1)?.end ?? 0) || hit.index < named) continue;
    // `In the next view select …`: the place comes first, without a comma.
    const first = placed && out.length === 0 && /^\p{Ll}/u.test(hit[0]) && HAND.has(verb);
    if (!first && (!OPENS.test(before) || SAID.test(before) || SAID_TOO.test(text.slice(0, hit.index))))
      continue;
    // Inside a label (`Mark them as Spam`, `Update Scoring Options`) the verb is capital after a small word.
    if (
      /^\p{Lu}/u.test(hit[0]) &&
      /[\p{L}\d]\s*$/u.test(before) &&
      !/\b(?:to|please|then|you)\s*$/u.test(before)
    )
      continue;
    if (GERUND.test(verb) && !/\bby\s*$/iu.test(before)) continue;
    if (INFINITIVE.test(before) && !/\b(?:need|have|want|able) to\s*$/iu.test(before)) {
      out.push({ sense: 'none', verb: 'to', start: hit.index, end: hit.index + hit[0].length, can: false });
      continue;
    }
    const sense = SENSE_OF.get(verb) ?? SENSE_OF.get(verb.replaceAll(' ', '-')) ?? 'none';
    const end = hit.index + hit[0].length;
    out.push({ sense, verb, start: hit.index, end, can: CAN.test(before) });
    named = end + (typedName(text.slice(end))?.[0].length ?? 0);
  }
  return out;
}
