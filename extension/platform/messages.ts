import type { Article } from '../../shared/article/index.ts';
import type { Catalogue, Localised } from '../../shared/bundle/index.ts';
import type { Guide, WalkEvent, Walkthrough, Receipt as WorkRecord } from '../../shared/guide/index.ts';
import type { Inquiry, IntakeError, Receipt } from '../../shared/inquiry/index.ts';
import type { Match } from '../../shared/locate/index.ts';
import type { Kind } from '../../shared/locate/kind.ts';
import { browser } from './browser.ts';

/** What a page of ours is told about the content behind it. */
export interface BundleState {
  /** 'packaged': what came with the extension; 'synced': fetched and verified later; 'draft': an author's preview. */
  source: 'packaged' | 'synced' | 'draft' | 'none';
  version: number;
  published: string;
  expires: string;
  stale: boolean;
  /** RFC 3339 time of the last successful check, or null. */
  checked: string | null;
  /** Code of the last failure: a BundleErrorCode, `offline`, or null. */
  problem: string | null;
}

/** A walkthrough with the guide that it follows, as it was when it started. */
export interface ActiveWalk {
  console: string;
  guide: Guide;
  walk: Walkthrough;
  /** Language of the interface where it is not the browser's. */
  lang: Settings['lang'];
  /** Other words for labels on this console, for the locator. */
  labels: string[][];
  /**
   * Recorded targets (JSON) that the admin has confirmed on this console, by step. Absent in walkthroughs that an
   * earlier version began.
   */
  kept?: Record<string, string>;
  /** The publisher's own colour, `#rrggbb`. */
  color?: string;
  /** What the console is called, and the origin where it was last seen. */
  name?: Localised;
  origin?: string;
  /** Record of the walkthrough that this one puts back, or has taken the place of. */
  earlier?: WorkRecord;
  /** Version of the help that it was begun with. */
  version?: number;
  /** Puts back what another has changed: no manual says it. */
  back?: true;
  /** What is published now says something else than this guide, or has it no more. The one that was begun goes on. */
  newer?: 'changed' | 'gone' | null;
  /** Taken up again, and the admin has not acted since. */
  resumed?: boolean;
}

/** A target that the admin pointed at where the manual's words alone did not do. Leaves the machine only as a file. */
export interface Repair {
  guide: string;
  article: string;
  console: string;
  /** `click 저장`, and which of the guide's steps with that key, from 1. */
  step: string;
  nth: number;
  /** JSON text of the recorded target. */
  fingerprint: string;
  /** Why the words did not do: a `Why` of the locator, or `unsure`. */
  reason: string;
  /** Version of the bundle in use. */
  bundle: number;
  /** YYYY-MM-DD */
  date: string;
}

/** Where support's own desk takes recorded targets. */
export interface AuthorDesk {
  url: string;
  token: string;
}

/** `giljabi serve --draft` on the author's own machine. */
export interface DraftDesk {
  /** Address of the draft bundle, ends in `/`. */
  url: string;
  /** Public key that the desk made for this draft: 32 raw bytes, base64. */
  key: string;
}

/** Parts that a search needs: `first` for the console in front, `later` for all others. */
export interface SearchIndexes {
  first: string[];
  later: string[];
}

/** What the desk did with a recorded target. */
export interface AuthorSaved {
  /** Below the content folder. */
  file: string;
  did: 'added' | 'replaced' | 'unchanged';
}

export interface RecogniseRule {
  console: string;
  title: string[];
  text: string[];
}

/** By what a page shows that a guide can start on it. */
export interface GuideSigns {
  guide: string;
  /** Labels of its first steps as the manual and the console write them; one of them on the page is enough. */
  labels: string[];
}

/** The tab in front of the person, as our own pages see it. */
export interface Here {
  tab: number | null;
  /** Console that was recognised there, or null. */
  console: string | null;
  /**
   * Origin that could be added as a console's address: the page's own, or that of a frame which a walkthrough would
   * have to look into. Null when there is none.
   */
  addable: string | null;
  /** Guides whose first steps this page shows; null before the page has looked. */
  startable: string[] | null;
  /** What the page did to the overlay, when the steps are to be followed in the side panel only. */
  retired: Trouble | null;
}

export interface QueuedInquiry {
  id: string;
  summary: string;
  state: 'waiting' | 'sending' | 'received' | 'refused';
  receipt: Receipt | null;
  error: IntakeError | null;
  /** RFC 3339 time of the next attempt while waiting. */
  nextAttempt: string | null;
}

/** A file on its way through a message: messages are JSON, so bytes travel as base64. */
export interface CarriedFile {
  name: string;
  type: string;
  base64: string;
}

/** What the side panel is opened for. */
export interface View {
  view: 'steps' | 'article' | 'inquiry';
  article?: string;
  saw?: Saw;
}

/** What was seen of a step when its walkthrough asked for help. Every line of it is shown before it goes anywhere. */
export interface Saw {
  /** Address without query and fragment; null where there is none to tell. */
  page: string | null;
  step: string;
  verdict: Match['verdict'];
  reason: Match['reason'];
  /** What came nearest, best first. `words` is empty where they might be somebody's; reasons are codes of the locator. */
  candidates: { kind: Kind; words: string; score: number; reasons: string[] }[];
}

/** What a page can do to the overlay that cannot be undone: lie over it, make it transparent, undo every mending. */
export type Trouble = 'covered' | 'unseen' | 'fought';

/** What an agent in a frame sees of the step in front, for the card in the outermost frame. No element, no words. */
export interface FrameSight {
  verdict: Match['verdict'];
  reason: Match['reason'];
  segment: number;
  recorded: boolean;
  confirmed: boolean;
  holds: boolean | null;
  /** Rings that there would be, and where the first one is, in CSS pixels of the frame's own window. */
  rings: number;
  box: { x: number; y: number; width: number; height: number } | null;
}

/** What goes between the frames of one tab, through the background: the page hears nothing of it. */
export type FrameWord =
  /** To the outermost frame. `path`: the frame's place among its parent's frames, from the outermost window on. */
  | { word: 'seen'; path: number[]; step: string; sight: FrameSight | null }
  /** To an agent: how to ring what it sees of this step; `null` for not at all. Numbers begin with `first`. */
  | { word: 'ring'; step: string; kind: 'sure' | 'ask' | 'choice' | null; first: number | null }
  /** To an agent: the admin's answer about the dashed ring there. */
  | { word: 'answer'; yes: boolean };

/** Calls that a content script may make. The background checks every field: a page could forge them. */
export interface PageCalls {
  /** A page of a granted site has loaded. */
  'page/hello': (page: { title: string }) => { rules: RecogniseRule[]; guides: GuideSigns[] };
  'page/recognised': (seen: { console: string }) => { guides: GuideSigns[] };
  /** Which of the console's guides can start on this page, by what it shows. */
  'page/guides': (seen: { startable: string[] }) => undefined;
  'walk/state': () => ActiveWalk | null;
  'walk/event': (event: WalkEvent) => ActiveWalk | null;
  /** Begins the walkthrough that puts back what this one has changed; null where nothing can be. */
  'walk/undo': () => ActiveWalk | null;
  /** Begins the guide as it is published now, from its first step. */
  'walk/anew': () => ActiveWalk | null;
  /** The admin has said which element a step means. */
  'walk/repair': (what: { step: string; fingerprint: string; reason: string }) => ActiveWalk | null;
  /** Only for the step and the tab that support has just chosen in the side panel. */
  'author/save': (what: { step: string; fingerprint: string }) => AuthorSaved;
  /** A frame has loaded inside this page: it may need an agent. */
  'frame/loaded': () => undefined;
  /** To a frame of the same tab; 0 is the outermost. */
  'frame/say': (what: { to: number; word: FrameWord }) => undefined;
  /** Something may be in a frame of this origin, which was not granted; the toolbar offers to grant it. */
  'frame/barred': (what: { origin: string }) => undefined;
  /** The page does not let the overlay be: the walkthrough goes on in the side panel only. */
  'walk/retired': (what: { why: Trouble }) => undefined;
  /** The key that goes over between page and card, as the browser has it; '' for none. */
  'card/key': () => string;
  /** Where it comes from is added by the background: a page is not believed about that. */
  'panel/open': (what: Omit<View, 'saw'> & { saw?: Omit<Saw, 'page'> }) => undefined;
}

/** Calls that only our own pages (popup, side panel, options) may make. */
export interface PanelCalls {
  'bundle/state': () => BundleState;
  /** Fetches now; resolves when it is done, whichever way. */
  'bundle/sync': () => BundleState;
  /** By whose keys content is measured, and which of them took another's place. */
  'bundle/trust': () => { keys: string[]; rotations: { from: string; to: string }[] };
  'content/catalogue': () => Catalogue;
  'content/article': (which: { id: string }) => Article;
  /** Names of the search indexes to load. */
  'content/indexes': (where: { console: string | null }) => SearchIndexes;
  /** One of them as bytes, base64. */
  'content/search': (which: { part: string }) => string;
  /** The author's preview; null shows the published bundle again. */
  'draft/get': () => DraftDesk | null;
  'draft/set': (desk: DraftDesk | null) => BundleState;
  here: () => Here;
  'site/granted': (site: { origin: string; console: string }) => undefined;
  'view/take': () => View | null;
  'walk/current': (where: { console: string | null }) => ActiveWalk | null;
  'walk/start': (what: { guide: string; tab: number | null }) => ActiveWalk;
  'walk/act': (what: { console: string; event: WalkEvent }) => ActiveWalk | null;
  'walk/end': (what: { console: string }) => undefined;
  'walk/put-back': (what: { console: string }) => ActiveWalk | null;
  'repairs/list': () => Repair[];
  'repairs/forget': () => undefined;
  'author/get': () => AuthorDesk | null;
  'author/set': (desk: AuthorDesk | null) => undefined;
  /** Starts picking on the page in front. False when that shows another console. */
  'author/pick': (what: { console: string; step: string }) => boolean;
  'inquiry/send': (what: { inquiry: Inquiry; files: CarriedFile[] }) => QueuedInquiry;
  'inquiry/list': () => QueuedInquiry[];
  'settings/get': () => Settings;
  'settings/set': (settings: Partial<Settings>) => Settings;
  'privacy/forget': () => undefined;
}

export interface Settings {
  /** null: the browser's language. */
  lang: 'ko' | 'en' | 'ja' | null;
  bundleUrl: string;
}

/** What the background tells everybody who listens. */
export type Notice =
  | { notice: 'look' }
  | { notice: 'here' }
  /** The admin's key: over to the card, or back. */
  | { notice: 'swap-focus' }
  | { notice: 'walk'; active: ActiveWalk | null; console: string }
  | { notice: 'bundle'; state: BundleState }
  | { notice: 'author'; step: string }
  | { notice: 'retired'; tab: number }
  | { notice: 'frame'; from: number; word: FrameWord }
  | { notice: 'inquiry'; queued: QueuedInquiry[] }
  | ({ notice: 'view' } & View);

export type Calls = PageCalls & PanelCalls;
export type CallName = keyof Calls;
export type CallArgument<N extends CallName> = Parameters<Calls[N]>[0];
export type CallResult<N extends CallName> = ReturnType<Calls[N]>;

/** Wire form. Errors cross as a code and a message, since Error objects do not survive messaging. */
export type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

/** The background refused or failed; `code` is what interface texts are looked up by. */
export class CallError extends Error {
  override name = 'CallError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Asks the background. @throws CallError when it refuses, Error when it cannot be reached */
export async function call<N extends CallName>(
  name: N,
  ...[argument]: CallArgument<N> extends undefined ? [] : [CallArgument<N>]
): Promise<CallResult<N>> {
  const answer = (await browser.runtime.sendMessage({ call: name, argument })) as Answer | undefined;
  if (!answer) throw new CallError('no-answer', `no answer to ${name}`);
  if (!answer.ok) throw new CallError(answer.code, answer.message);
  return answer.value as CallResult<N>;
}

/**
 * Like `call`, for calls that may safely be made twice: a background that was stopped while it answered is started
 * again by the next message. @throws like `call`, after three attempts
 */
export async function callAgain<N extends CallName>(
  name: N,
  ...argument: CallArgument<N> extends undefined ? [] : [CallArgument<N>]
): Promise<CallResult<N>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(name, ...argument);
    } catch (error) {
      if ((error instanceof CallError && error.code !== 'no-answer') || attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 200));
    }
  }
}

/** Whether the extension was updated or taken away since this script was put into the page: nobody answers any more. */
export function isCutOff(): boolean {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
}

/** Listens to the background's notices until `signal` aborts. */
export function onNotice(listen: (notice: Notice) => void, signal: AbortSignal): void {
  const listener = (message: unknown): undefined => {
    if (typeof message === 'object' && message !== null && 'notice' in message) listen(message as Notice);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
