import type { CDPSession, Page } from 'puppeteer';
import { until } from './chromium.ts';

export interface Seen {
  /** Text of the card, or null while there is none. */
  card: string | null;
  /** Where the card is, in CSS pixels of the window. */
  at: { x: number; y: number } | null;
  rings: { kind: string; x: number; y: number; width: number; height: number }[];
}

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
}

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
    return this.#read().catch(() => ({ card: null, at: null, rings: [] }));
  }

  async #read(): Promise<Seen> {
    this.#client ??= await this.#page.createCDPSession();
    const client = this.#client;
    const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = search(root as Node, (node) => /^GJ-/.test(node.nodeName));
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) return { card: null, at: null, rings: [] };
    const { object } = await client.send('DOM.resolveNode', { nodeId: shadow.nodeId });
    const { result } = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      returnByValue: true,
      functionDeclaration: `function () {
        const card = this.querySelector('.card');
        const rings = [...this.querySelectorAll('.ring')].filter((ring) => !ring.hidden).map((ring) => {
          const { x, y, width, height } = ring.getBoundingClientRect();
          return { kind: ring.className.replace('ring ', ''), x, y, width, height };
        });
        const box = card && card.getBoundingClientRect();
        const at = box && { x: box.x + box.width / 2, y: box.y + 20 };
        return { card: card && card.innerText, at, rings };
      }`,
    });
    return result.value as Seen;
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

  async gone(): Promise<void> {
    await until(async () => (await this.look()).card === null, 'no card is shown');
  }
}

function search(node: Node, fits: (node: Node) => boolean): Node | null {
  if (fits(node)) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = search(child, fits);
    if (found) return found;
  }
  return null;
}

export function middle(seen: Seen): { x: number; y: number } {
  const [ring] = seen.rings;
  if (!ring) throw new Error(`no ring: ${JSON.stringify(seen)}`);
  return { x: ring.x + ring.width / 2, y: ring.y + ring.height / 2 };
}
