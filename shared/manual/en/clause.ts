import { actionFor, type Sense, type TargetType } from '../steps/action-for.ts';
import type { Act } from '../steps/draft.ts';
import { SPAN_CHARS, type Span, spanOf } from '../text/span.ts';
import type { Found } from './find-verbs.ts';
import { readList } from './list.ts';
import { isObject, readThing, type Thing } from './object.ts';
import { placeIn } from './place.ts';

type ClauseAct = Omit<Act, 'text' | 'open' | 'result'>;

/** What an English verb with the words after it asks for. `before` may name the place (`Under X, click …`). */
export function readClause(found: Found, words: string, before: string, spans: readonly Span[]): ClauseAct[] {
  if (found.sense === 'hover' || found.sense === 'none') return [];
  const { sense, after } = switched(found, words);
  if (sense === 'enter-site') return [site(after, spans)];
  const thing = readThing(after, spans, {
    sentence: sense === 'check' || sense === 'uncheck',
    ends: sense === 'set' ? ['to'] : sense === 'fill' ? ['and'] : [],
  });
  const rest = after.slice(thing.end);
  if (sense === 'look') return [];
  if (sense === 'check' && /^\s*(?:that|if|whether|to see)\b/iu.test(after)) return [];
  // `Use the Domain menu to select the domain`: the menu is where it is done.
  if (
    found.verb === 'use' &&
    thing.named &&
    !thing.spans.length &&
    (thing.type === 'field' || thing.type === 'menu')
  )
    return [{ ...act('select', [thing.words]), unsure: 'unmarked' }];
  // `and return to the Email Accounts page`: the page brings the reader there.
  if (sense === 'go' && thing.type === 'place' && /^(?:return|go back)/u.test(found.verb)) return [];
  if (sense === 'go' || (sense === 'press' && addressIn(after)))
    return go(thing, after, spans, sense, before);
  if (sense === 'save') return [save(thing)];
  if (sense === 'set') return set(found, thing, rest, spans);
  if (sense === 'object' && !(thing.spans.length && thing.type && thing.type !== 'place')) return [];
  // `Enter X in the Y field`, `select X from the Y menu`: the field is the target, X is what goes into it.
  const ended = /[,;.]\s*$/u.test(after.slice(0, thing.end));
  const other =
    (ended ? null : fieldAfter(rest, spans, sense, thing)) ?? fieldBefore(before, spans, sense, thing);
  if (other) return other;
  const list = readList(sense, thing, after, spans);
  const kids =
    list.things.length > 1
      ? list.things.map((one) => target(sense, one, '', spans))
      : thing.spans.length > 1
        ? thing.spans.map((span) => one(sense, span.path, true, thing))
        : [target(sense, thing, rest, spans)];
  const either = list.or || (thing.spans.length > 1 && OR_BETWEEN.test(after));
  const acts = kids
    .filter((act) => act !== null)
    .map((act) => ({ ...act, within: act.within.length ? act.within : placeIn(rest, before, spans) }))
    // `click in the Domains box`: the place is the target itself.
    .map((act) => (act.within.join() === act.labels.join() ? { ...act, within: [] } : act));
  return either && acts.length > 1
    ? acts.map((act, branch) => ({ ...act, choice: { group: 0, branch } }))
    : acts;
}

const OR_BETWEEN = /[\ue000-\ue7ef],?\s+or\s+[\ue000-\ue7ef]/u;

/** `Turn the responder on`, `Toggle IMAP to OFF`: the second half of the verb stands behind its object. */
function switched(found: Found, words: string): { sense: Sense; after: string } {
  const after = found.verb === 'give' ? words.replace(/^.*?\s(?=an?\s)/iu, '') : words;
  const turns = found.verb === 'turn' || found.verb === 'switch' || found.sense === 'check';
  const hit = turns ? /^(.*?)\s+(?:to\s+)?(?:the\s+)?(on|off)(?:\s+position)?[\s.]*$/iu.exec(after) : null;
  if (!hit?.[1]?.trim()) return { sense: found.sense, after };
  return { sense: hit[2]!.toLowerCase() === 'on' ? 'check' : 'uncheck', after: hit[1] };
}

function target(sense: Sense, thing: Thing, rest: string, spans: readonly Span[]): ClauseAct | null {
  const span = thing.spans.at(-1);
  if (span)
    return span.kind === 'value' && sense === 'fill'
      ? { ...act('fill', []), value: span.path[0]! }
      : one(sense, span.kind === 'object' ? [] : span.path, span.marked, thing);
  if (
    !thing.words &&
    (thing.type === 'box' ||
      thing.type === 'field' ||
      (!thing.type && (sense !== 'press' || INSIDE.test(rest))))
  ) {
    // `the box next to X`, `Tick (ON) for "X"`: the neighbour names it.
    const near = readThing(
      rest.replace(
        /^\s*(?:\((?:on|off)\)\s*)?(?:next to|beside|for|of|labell?ed|called|named|in front of|in|to the left of|to the right of|that says|to(?= [\ue000-\ue7ef]))\s+/iu,
        '',
      ),
      spans,
    );
    if (near.spans.length) return one(sense, near.spans.at(-1)!.path, true, near);
    if (near.words && !isObject(near)) return one(sense, [near.words], false, near);
    return near.words ? { ...one(sense, [], true, near), unsure: 'placeholder' } : null;
  }
  if (!thing.words)
    return sense === 'fill'
      ? /^\s*(?:where|what|how|who)/iu.test(rest)
        ? { ...act('fill', []), unsure: 'placeholder' }
        : null
      : sense === 'choose'
        ? null
        : { ...act('click', []), unsure: 'lost-icon' };
  // `the part of the address`: what goes in has a whole phrase for its name.
  if (sense === 'fill') return one(sense, [thing.words + ownerOf(rest)], false, thing);
  if (isObject(thing)) return { ...one(sense, [], true, thing), unsure: 'placeholder' };
  if (!thing.named && sense === 'press' && thing.words.split(' ').length > 4) return null;
  return one(sense, [thing.words], false, thing);
}

/** `… of the address before the @`: the words that say whose part it is. */
function ownerOf(rest: string): string {
  const words =
    /^ of (?:the |your )?[\p{L}' -]{1,30}?(?= (?:in|into|from|for|on|before|after)\b| ?[,.;:(@]|$)/u.exec(
      rest,
    )?.[0] ?? '';
  return words.replace(/(?:\s+(?:before|after|of|the|an?|in|that|to|and))+\s*$/iu, '').trimEnd();
}

function one(sense: Sense, labels: string[], marked: boolean, thing: Thing): ClauseAct {
  return { ...act(actionFor(sense, labels, typeOf(thing)), labels), unsure: marked ? null : 'unmarked' };
}

function typeOf(thing: Thing): TargetType {
  return thing.type === 'field' ? null : thing.type;
}

/** `the address to be created in …`, `the names of the mailboxes in …`: more words about what goes in. */
const BETWEEN =
  /^ (?:to be \p{L}+|or [\p{L} ]{1,30}?|of (?:the |your )?[\p{L} ]{1,30}?)(?= in(?:to)? (?:the )?\p{Lu})/u;
/** `click in the Domains box`: into it. */
const INSIDE = /^\s*in(?:side|to)? (?:the |your )?[^,.;]{1,40}? (?:box|field)\b/iu;
const INTO = /^\s*(?:in|into|on|under)\s+/iu;
const FROM = /^\s*(?:from|in)\s+/iu;

function fieldAfter(rest: string, spans: readonly Span[], sense: Sense, thing: Thing): ClauseAct[] | null {
  const lead =
    sense === 'fill' ? INTO.exec(rest.replace(BETWEEN, '')) : sense === 'choose' ? FROM.exec(rest) : null;
  if (!lead) return null;
  const after = rest.replace(BETWEEN, '').slice(lead[0].length);
  const field = readThing(after, spans);
  const isField =
    field.type === 'field' ||
    (sense === 'choose' && field.type === 'menu') ||
    (sense === 'fill' && (field.spans.length > 0 || (field.named && !thing.named)));
  const label = field.spans.at(-1)?.path ?? (field.words && field.named ? [field.words] : null);
  if (!isField || !label) return null;
  const sure = field.spans.length > 0;
  const named = thing.spans.at(-1)?.path[0] ?? (thing.named ? thing.words : null);
  if (sense === 'choose' && named)
    return [{ ...one(sense, [named], thing.spans.length > 0, thing), within: label }];
  return [
    {
      ...act(sense === 'fill' ? 'fill' : 'select', label),
      value: thing.spans.at(-1)?.path[0] ?? null,
      unsure: sure ? null : 'unmarked',
    },
  ];
}

/** `In the X box, type the address`: X is the field. */
function fieldBefore(before: string, spans: readonly Span[], sense: Sense, thing: Thing): ClauseAct[] | null {
  if (sense !== 'fill' || thing.named) return null;
  const lead = /(?:^|\s)(?:in|into|for|under)\s+(the [^,]+|[^,]+ (?:box|field)|[^,]{1,40}),\s*$/iu.exec(
    before,
  );
  // A name with a capital is on the screen; `in the next window,` is only a place.
  const named =
    lead &&
    /^(?:the\s+)?\p{Lu}/u.test(lead[1]!) &&
    !/\b(?:page|window|dialog|screen|section|tab|pane)$/iu.test(lead[1]!);
  if (!lead || !(named || /\b(?:box|field)$/iu.test(lead[1]!) || lead[1]!.match(SPAN_CHARS))) return null;
  const field = readThing(lead[1]!, spans);
  const label = field.spans.at(-1)?.path ?? [lead[1]!.replace(/^the\s+|\s+(?:text )?(?:box|field)$/giu, '')];
  return [
    {
      ...act('fill', label),
      value: thing.spans.at(-1)?.path[0] ?? null,
      unsure: field.spans.length ? null : 'unmarked',
    },
  ];
}

const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|co\.kr|kr|jp|de|edu)\b(?:\/\S*)?/iu;

function addressIn(text: string): string | null {
  return ADDRESS.exec(text)?.[0].replace(/[).,;]+$/u, '') ?? null;
}

function site(after: string, spans: readonly Span[]): ClauseAct {
  const link = (after.match(SPAN_CHARS) ?? []).map((char) => spanOf(char, spans)!).find((span) => span.href);
  return { ...act('goto-url', []), value: link?.href ?? addressIn(after) };
}

function go(thing: Thing, after: string, spans: readonly Span[], sense: Sense, before: string): ClauseAct[] {
  const link = thing.spans.find((span) => span.href);
  if (link) return [{ ...act('goto-url', []), value: link.href }];
  const address = thing.spans.length ? null : addressIn(after);
  if (address) return [{ ...act('goto-url', []), value: address }];
  const span = thing.spans.at(-1);
  if (span)
    return [
      { ...one('go', span.path, span.marked, thing), within: placeIn(after.slice(thing.end), before, spans) },
    ];
  // `Go to the tab of the A > B page`: the way is named behind.
  const way = spans.find(
    (one) => one.path.length > 1 && after.includes(String.fromCharCode(0xe000 + spans.indexOf(one))),
  );
  if (way) return [one('go', way.path, way.marked, thing)];
  if (!thing.words || (!thing.named && sense === 'go' && !thing.type)) return [];
  if (
    /\b(?:console|admin center|admin centre|control panel|portal|webmail|cpanel|website)$/iu.test(thing.words)
  )
    return [act('goto-url', [])];
  return [one('go', [thing.words], false, thing)];
}

function save(thing: Thing): ClauseAct {
  const label = thing.spans.at(-1)?.path ?? (thing.named ? [thing.words] : ['Save']);
  return { ...act('save', label), unsure: thing.spans.length ? null : 'unmarked' };
}

const FIELD_NOUN =
  /(?:^|\s)(?:text|name|title|subject|body|message|address|password|description|value|number|date|time|size|limit|quota|signature|language|zone)$/iu;

/** `Leave X selected`: the choice that is wanted is named, though nothing needs to be pressed. */
function kept(thing: Thing, rest: string): ClauseAct[] {
  const state = /^\s*(selected|checked|ticked|enabled|on|unchecked|cleared|off)\b/iu.exec(`${rest}`)?.[1];
  const words = thing.words.replace(/\s+(?:selected|checked|ticked|enabled|unchecked|cleared)$/iu, '');
  const labels = thing.spans.at(-1)?.path ?? (thing.named ? [words] : []);
  if (labels.length === 0 || (!state && words === thing.words)) return [];
  return [one('choose', labels, thing.spans.length > 0, thing)];
}

/** `Set X to Y`, `change X to "Y"`: Y is chosen in X. */
function set(found: Found, thing: Thing, rest: string, spans: readonly Span[]): ClauseAct[] {
  const to = /^\s*(?:to|as)\s+/iu.exec(rest);
  const name = thing.spans.at(-1)?.path ?? (thing.words ? [thing.words] : []);
  const value = to ? readThing(rest.slice(to[0].length), spans) : null;
  // `set Port to 993`: typed in.
  if (value && name.length === 1 && /^\d/u.test(value.words))
    return [{ ...one('fill', name, thing.spans.length > 0, thing), value: value.words }];
  const chosen = value?.spans.at(-1)?.path[0] ?? (value?.named ? value.words : null);
  if (chosen) return [{ ...one('choose', [chosen], (value?.spans.length ?? 0) > 0, value!), within: name }];
  if (found.verb === 'leave') return kept(thing, rest);
  const typed =
    (found.verb === 'change' || (found.verb === 'set' && thing.end > 0)) &&
    !to &&
    (!thing.named || found.verb === 'set') &&
    FIELD_NOUN.test(thing.words);
  return thing.spans.length || typed || (thing.named && to)
    ? [one('fill', name, thing.spans.length > 0, thing)]
    : [];
}

function act(action: ClauseAct['action'], labels: string[]): ClauseAct {
  return { action, labels, within: [], value: null, unsure: null, choice: null };
}
