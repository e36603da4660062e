/** Old page, new page, and what every locator says about every target of the old one on the new one. */
import type { Entry } from '../../../../shared/locate/entry.ts';
import { type Survey, survey } from '../../../../shared/locate/survey.ts';
import { Chance } from './chance.ts';
import { equip } from './equip.ts';
import { Evolution } from './evolve.ts';
import { reword } from './reword.ts';

export type TrialKind = 'there' | 'gone' | 'ablated' | 'wrong-page' | 'unchanged';

export interface Trial<Kept> {
  kind: TrialKind;
  foreign: boolean;
  /** What of the target has changed, as far as one can tell: `none`, `id`, `text`, `both`. */
  changed: string;
  kept: Kept;
  truth: Element | null;
  document: Document;
}

export interface Plan {
  old: string;
  /** Another release of the same page; without it the old page is evolved. */
  new?: string;
  wrong?: string;
  seed: number;
  level: number;
  foreign?: 'de' | 'ko';
  targets: number;
}

export interface Visitor<Kept> {
  capture(element: Element, document: Document): Kept;
  /** The document has changed since the last visit. */
  fresh(document: Document): void;
  visit(trial: Trial<Kept>): void;
}

export async function openPage(url: string, slot: number): Promise<Document> {
  const id = `slot${slot}`;
  document.getElementById(id)?.remove();
  const frame = document.createElement('iframe');
  frame.id = id;
  frame.width = '1280';
  frame.height = '900';
  frame.setAttribute('sandbox', 'allow-same-origin'); // styles, no scripts
  const loaded = new Promise((done) => {
    frame.onload = done;
    setTimeout(done, 4000);
  });
  frame.src = url;
  document.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

export async function run<Kept>(plan: Plan, visitor: Visitor<Kept>): Promise<void> {
  const chance = new Chance(plan.seed);
  const before = await openPage(plan.old, 0);
  if (!before.body) return;
  if (!plan.new) equip(before, chance);
  const page = survey(before);
  const pair = plan.new ? await openPage(plan.new, 1) : null;
  const links = pair ? linked(page, survey(pair)) : null;
  const targets = choose(page, chance, plan.targets, links);
  visitor.fresh(before);
  const kept = targets.map((one) => visitor.capture(one.element, before));
  const marks = targets.map((one) => marksOf(one.element));
  targets.forEach(
    (one, at) =>
      void visitor.visit({
        kind: 'unchanged',
        foreign: false,
        changed: 'none',
        kept: kept[at]!,
        truth: one.element,
        document: before,
      }),
  );

  let after = before;
  let now: (element: Element) => Element | null;
  if (pair && links) {
    after = pair;
    reword(pair, chance, plan.level);
    now = (element) => links.get(element) ?? null;
  } else {
    const evolution = new Evolution(before, chance, plan.level);
    evolution.run();
    if (plan.foreign) evolution.translate(plan.foreign, plan.seed);
    now = (element) => evolution.now(element);
  }
  visitor.fresh(after);
  const there: number[] = [];
  for (const [at, target] of targets.entries()) {
    const truth = now(target.element);
    if (truth) there.push(at);
    visitor.visit({
      kind: truth ? 'there' : 'gone',
      foreign: Boolean(plan.foreign),
      changed: truth ? changeOf(marks[at]!, marksOf(truth)) : '',
      kept: kept[at]!,
      truth,
      document: after,
    });
  }
  for (const at of chance.shuffle(there).slice(0, 8)) {
    const truth = now(targets[at]!.element)!;
    const place = after.createComment('');
    truth.replaceWith(place);
    visitor.fresh(after);
    visitor.visit({
      kind: 'ablated',
      foreign: Boolean(plan.foreign),
      changed: '',
      kept: kept[at]!,
      truth: null,
      document: after,
    });
    place.replaceWith(truth);
  }
  if (plan.wrong && !plan.foreign) await wrongPage(plan, targets, kept, visitor, chance);
}

async function wrongPage<Kept>(
  plan: Plan,
  targets: Entry[],
  kept: Kept[],
  visitor: Visitor<Kept>,
  chance: Chance,
): Promise<void> {
  const other = await openPage(plan.wrong!, 2);
  if (!other.body) return;
  const seen = survey(other);
  const left = targets
    .map((_, at) => at)
    .filter((at) => !chrome(targets[at]!) && !alsoOn(targets[at]!, seen));
  if (chance.yes(0.5)) new Evolution(other, chance, plan.level).run();
  visitor.fresh(other);
  for (const at of chance.shuffle(left).slice(0, 8))
    visitor.visit({
      kind: 'wrong-page',
      foreign: false,
      changed: '',
      kept: kept[at]!,
      truth: null,
      document: other,
    });
}

/** The wrong page may carry the same menu: then its entry is no wrong answer. */
function alsoOn(target: Entry, page: Survey): boolean {
  const id = target.element.id;
  const name = target.element.getAttribute('name');
  const href = target.element.getAttribute('href');
  return page.entries.some((entry) => {
    if (target.key && entry.key === target.key) return true;
    if (!target.key && entry.kind === target.kind && !entry.key) return true;
    return (
      (id !== '' && entry.element.id === id) ||
      (name !== null && entry.element.getAttribute('name') === name) ||
      (href !== null && href.length > 1 && entry.element.getAttribute('href') === href)
    );
  });
}

const SHARE: Partial<Record<Entry['kind'], number>> = {
  press: 1,
  field: 1.6,
  check: 1.6,
  radio: 1.4,
  choice: 1.6,
  heading: 0.5,
  column: 0.6,
  text: 0.12,
  label: 0.25,
  image: 0.3,
};

const OUT = '[hidden],dialog:not([open]),[style*="display: none" i],[style*="display:none" i]';

/** Targets that a person could tell apart; what is on every page of a template is taken less often. */
function choose(page: Survey, chance: Chance, count: number, links: Map<Element, Element> | null): Entry[] {
  const weighted = page.entries
    .filter(
      (one) =>
        SHARE[one.kind] &&
        !one.element.closest(OUT) &&
        (links ? links.has(one.element) : one.key || one.element.id || one.before || iconed(one.element)),
    )
    .filter((one) => !(one.row && one.kind === 'text')) // data, not interface
    .filter((one) => !(one.row && one.alike.length === 1 && one.kind !== 'check')) // data, not interface
    .filter((one) => one.alike.length <= 8 && (one.key.length < 60 || one.kind !== 'text'))
    .map((entry) => ({
      entry,
      rank:
        chance.next() **
        (1 /
          (SHARE[entry.kind]! *
            (chrome(entry) ? 0.25 : 1) *
            (entry.alike.length > 1 && !entry.row ? 0.2 : 1) *
            (entry.key ? 1 : 0.3))),
    }));
  return weighted
    .sort((a, b) => b.rank - a.rank)
    .slice(0, count)
    .map((one) => one.entry);
}

function iconed(element: Element): boolean {
  return element.querySelector('i,svg,img') !== null;
}

function chrome(entry: Entry): boolean {
  return (
    /nav|aside|footer|header/.test(entry.landmark) ||
    entry.element.closest('.sidebar,.navbar,#sidebar-menu,.top_nav,.main-sidebar') !== null
  );
}

/** Elements of two releases that are surely the same: words, id or name that occur once on both, of one kind. */
function linked(before: Survey, after: Survey): Map<Element, Element> {
  const links = new Map<Element, Element>();
  const keys = (page: Survey): Map<string, Entry[]> => {
    const by = new Map<string, Entry[]>();
    for (const entry of page.entries) {
      const kind = entry.kind === 'image' ? 'press' : entry.kind;
      for (const key of [
        entry.key && `${kind}|${entry.key}`,
        entry.element.id && `${kind}#${entry.element.id}`,
      ])
        if (key) by.set(key, [...(by.get(key) ?? []), entry]);
    }
    return by;
  };
  const old = keys(before);
  const recent = keys(after);
  for (const [key, [first, ...more]] of old) {
    const there = recent.get(key);
    if (first && more.length === 0 && there?.length === 1 && !links.has(first.element))
      links.set(first.element, there[0]!.element);
  }
  return links;
}

interface Marks {
  token: string;
  text: string;
}

function marksOf(element: Element): Marks {
  const token = [
    element.id,
    element.getAttribute('name'),
    element.getAttribute('href'),
    element.localName,
  ].join('|');
  const text = [
    element.textContent,
    element.getAttribute('placeholder'),
    element.getAttribute('title'),
    Array.from((element as HTMLInputElement).labels ?? [], (one) => one.textContent).join(),
  ]
    .join('|')
    .replace(/\s+/g, ' ');
  return { token, text: text.toLowerCase() };
}

function changeOf(a: Marks, b: Marks): string {
  const [token, text] = [a.token !== b.token, a.text !== b.text];
  return token && text ? 'both' : token ? 'id' : text ? 'text' : 'none';
}
