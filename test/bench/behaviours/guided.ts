import type { Page } from 'puppeteer';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One stop of a tour: how a library is told, and how our guide says it. */
export interface Stop {
  selector: string;
  label: string;
  action?: 'click' | 'fill';
}

export const TARGET: Stop = { selector: '#target', label: '저장' };
export const LATER: Stop = { selector: '#later', label: '다음 화면' };

/** A tour of some make on a page, with its first stop in front. */
export interface Session {
  page: Page;
  /** Where the page is said to be pointed at, in pixels of the window and without padding; null where nowhere. */
  hole(): Promise<Box | null>;
  /** The box with the words. */
  card(): Promise<Box | null>;
  /** How many of four points on that box are its own, when a person points there. */
  reached(): Promise<number>;
  /** 1 is the first stop; 0 when the tour has ended. */
  stop(): Promise<number>;
  /** Ends it as its user would. */
  end(): Promise<void>;
  /** Ends it and begins it anew, so many times. */
  rounds(times: number): Promise<void>;
  /** Counts what is read and written from now on; the answer tells how often. */
  count(): Promise<() => Promise<{ reads: number; writes: number; timers: number }>>;
  close(): Promise<void>;
}

export interface Guided {
  name: string;
  /** Begins a tour on a page of test/pages. */
  open(path: string, stops: [Stop, Stop], before?: (page: Page) => Promise<void>): Promise<Session>;
}

export interface Verdict {
  ok: boolean;
  /** What is written into the table. */
  said: string;
}

export interface Behaviour {
  name: string;
  page: string;
  stops?: [Stop, Stop];
  /** Done to the empty page. */
  before?(page: Page): Promise<void>;
  /** Throws nothing for a tour that fails: that is an answer. */
  run(session: Session): Promise<Verdict>;
}

export const yes = (ok: boolean, said: string = ok ? 'yes' : 'no'): Verdict => ({ ok, said });

/** A point on the words, where nothing can be pressed. */
export async function pressCard(session: Session): Promise<void> {
  const card = await session.card();
  if (card) await session.page.mouse.click(card.x + card.width * 0.4, card.y + 18);
}

/** Points a little inside of a box's corners. */
export const corners = ({ x, y, width, height }: Box): [number, number][] => [
  [x + 14, y + 14],
  [x + width - 14, y + 14],
  [x + 14, y + height - 14],
  [x + width - 14, y + height - 14],
];

/** Where the target of a page really is, also inside a frame or a closed root. */
export async function targetBox(page: Page, selector: string): Promise<Box | null> {
  const [, inner] = page.frames();
  if (inner) {
    const box = await inner.$eval(selector, (element) => element.getBoundingClientRect().toJSON());
    const at = await page.$eval('#frame', (frame) => {
      const { x, y } = frame.getBoundingClientRect();
      const { paddingLeft, paddingTop } = getComputedStyle(frame);
      return {
        x: x + frame.clientLeft + Number.parseFloat(paddingLeft),
        y: y + frame.clientTop + Number.parseFloat(paddingTop),
      };
    });
    return { ...box, x: box.x + at.x, y: box.y + at.y };
  }
  return page.evaluate((wanted) => {
    const own = (globalThis as unknown as { targetBox?: () => Box }).targetBox;
    return own ? own() : (document.querySelector(wanted)?.getBoundingClientRect().toJSON() ?? null);
  }, selector);
}

const off = (a: Box, b: Box): number =>
  Math.max(
    Math.abs(a.x - b.x),
    Math.abs(a.y - b.y),
    Math.abs(a.width - b.width),
    Math.abs(a.height - b.height),
  );

/** Some round to whole pixels. */
const ROUNDING = 1;

/**
 * How far the hole is from the target when both have come to rest. Waits for it to become right; what is wrong after
 * `patience` milliseconds stays wrong.
 */
export async function error(
  { page, hole }: Session,
  selector: string,
  patience: number = 2_500,
): Promise<Verdict> {
  const end = Date.now() + patience;
  let last: number | null = null;
  do {
    const [drawn, real] = [await hole(), await targetBox(page, selector)];
    last = drawn && real ? off(drawn, real) : null;
    if (last !== null && last < 0.5) return { ok: true, said: '0 px' };
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  if (last !== null && last <= ROUNDING) return { ok: true, said: `${last.toFixed(1)} px` };
  return { ok: false, said: last === null ? 'nothing drawn' : `${Math.round(last)} px off` };
}

/** A tour that points at its target and has come to rest: none has a transition that takes longer. */
export async function settled(session: Session, selector: string): Promise<void> {
  await error(session, selector);
  await session.page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
}

/** Polls until `check` is true, at most `patience` milliseconds. */
export async function comes(check: () => Promise<boolean>, patience: number = 2_500): Promise<boolean> {
  const end = Date.now() + patience;
  for (;;) {
    if (await check()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Stays true over a while. */
export async function stays(check: () => Promise<boolean>, milliseconds = 600): Promise<boolean> {
  return !(await comes(async () => !(await check()), milliseconds));
}

export const STOPS: [Stop, Stop] = [TARGET, LATER];
