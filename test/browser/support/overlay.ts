import type { CDPSession, Page } from 'puppeteer';
import { until } from './chromium.ts';

export interface Seen {
  /** Text of the card, or null while there is none. */
  card: string | null;
  /** Where the card is, in CSS pixels of the window. */
  at: { x: number; y: number } | null;
  /** All of it. */
  box: { x: number; y: number; width: number; height: number } | null;
  /** Also those in frames. */
  rings: { kind: string; x: number; y: number; width: number; height: number }[];
}

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

const NOTHING: Seen = { card: null, at: null, box: null, rings: [] };

/**
 * Our overlay as it stands on a page. Its root is closed, so not even a test can reach it from the page; the
 * debugger can.
 */
export class Overlay {
  readonly #page: Page;
  #client: CDPSession | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  async look(): Promise<Seen> {
    // Between finding the root and reading it the page may load anew; then there is nothing to be seen yet.
    return this.#read().catch(() => NOTHING);
  }

  async #read(): Promise<Seen> {
    this.#client ??= await this.#page.createCDPSession();
    const seen = await readIn(this.#client);
    for (const frame of this.#page.frames()) {
      // A frame of another site lives in a process of its own, which the page's session does not reach.
      const own = (frame as unknown as { client: CDPSession }).client;
      const main = (this.#page.mainFrame() as unknown as { client: CDPSession }).client;
      const element = own === main ? null : await frame.frameElement();
      if (!element) continue;
      const at = await element.evaluate(inner);
      for (const ring of (await readIn(own)).rings)
        seen.rings.push({ ...ring, x: ring.x + at.x, y: ring.y + at.y });
    }
    return seen;
  }

  /** Waits until the card says `words`. */
  async says(words: string | RegExp): Promise<Seen> {
    const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    let last: Seen | null = null;
    try {
      return await until(async () => {
        last = await this.look();
        return last.card && fits(last.card) ? last : null;
      }, `the card says ${words}`);
    } catch (error) {
      throw new Error(`${(error as Error).message}; it says: ${(last as Seen | null)?.card}`);
    }
  }

  /** Waits until what is shown fits (one ring, unless told otherwise) and stands still. */
  async rest(fits: (seen: Seen) => boolean = (seen) => seen.rings.length === 1): Promise<Seen> {
    let before: Seen | null = null;
    try {
      return await until(async () => {
        const seen = await this.look();
        const still = fits(seen) && JSON.stringify(seen) === JSON.stringify(before);
        before = seen;
        return still ? seen : null;
      }, 'the overlay comes to rest');
    } catch (error) {
      throw new Error(`${(error as Error).message}; it shows: ${JSON.stringify(before)}`);
    }
  }

  /** A real click of the mouse where the one ring is. */
  async clickRing(): Promise<void> {
    await this.clickAt(middle(await this.rest()));
  }

  clickAt({ x, y }: { x: number; y: number }): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  /** A point on the card's head, at rest. */
  async cardMiddle(): Promise<{ x: number; y: number }> {
    const { at } = await this.rest((seen) => seen.at !== null);
    return at as { x: number; y: number };
  }

  /** A button of the card, by its words. */
  async press(name: string): Promise<void> {
    await this.#page.locator(`aria/${name}[role="button"]`).setTimeout(10_000).click();
  }

  /** Background of a part of the card. */
  async painted(selector: string): Promise<string> {
    this.#client ??= await this.#page.createCDPSession();
    const { root } = await this.#client.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const { host } of hosts(root as Node)) {
      const shadow = host.shadowRoots?.[0];
      const read = `function () { return getComputedStyle(this.querySelector('.card ${selector}')).backgroundColor; }`;
      if (shadow) return ask<string>(this.#client, shadow, read);
    }
    throw new Error('there is no card');
  }

  async gone(): Promise<void> {
    await until(async () => (await this.look()).card === null, 'no card is shown');
  }
}

/** What is ours in a document and in the frames that live in the same process. */
async function readIn(client: CDPSession): Promise<Seen> {
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const all = { ...NOTHING, rings: [...NOTHING.rings] };
  for (const { host, frames } of hosts(root as Node)) {
    const shadow = host.shadowRoots?.[0];
    if (!shadow) continue;
    const seen = await ask<Seen>(client, shadow, READ);
    let [x, y] = [0, 0];
    for (const frame of frames) {
      const at = await ask<{ x: number; y: number }>(
        client,
        frame,
        `function () { return (${inner})(this); }`,
      );
      x += at.x;
      y += at.y;
    }
    all.rings.push(...seen.rings.map((ring) => ({ ...ring, x: ring.x + x, y: ring.y + y })));
    if (seen.card !== null) Object.assign(all, { card: seen.card, at: seen.at, box: seen.box });
  }
  return all;
}

const READ = `function () {
  const card = this.querySelector('.card');
  const rings = [...this.querySelectorAll('.ring')].filter((ring) => !ring.hidden).map((ring) => {
    const { x, y, width, height } = ring.getBoundingClientRect();
    return { kind: ring.className.replace('ring ', ''), x, y, width, height };
  });
  const box = card && card.getBoundingClientRect().toJSON();
  const at = box && { x: box.x + box.width / 2, y: box.y + 20 };
  return { card: card && card.innerText, at, box, rings };
}`;

/** Where the document of a frame begins. Runs in the page. */
const inner = (frame: Element) => {
  const { x, y } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: x + frame.clientLeft + Number.parseFloat(paddingLeft),
    y: y + frame.clientTop + Number.parseFloat(paddingTop),
  };
};

async function ask<T>(client: CDPSession, { nodeId }: Node, functionDeclaration: string): Promise<T> {
  const { object } = await client.send('DOM.resolveNode', { nodeId });
  const objectId = object.objectId as string;
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId,
    returnByValue: true,
    functionDeclaration,
  });
  return result.value as T;
}

function* hosts(node: Node, frames: Node[] = []): Generator<{ host: Node; frames: Node[] }> {
  if (/^GJ-/.test(node.nodeName)) yield { host: node, frames };
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* hosts(child, frames);
  if (node.contentDocument) yield* hosts(node.contentDocument, [...frames, node]);
}

export function middle(seen: Seen): { x: number; y: number } {
  const [ring] = seen.rings;
  if (!ring) throw new Error(`no ring: ${JSON.stringify(seen)}`);
  return { x: ring.x + ring.width / 2, y: ring.y + ring.height / 2 };
}
