import { AxePuppeteer } from '@axe-core/puppeteer';
import type { CDPSession, Page } from 'puppeteer';
import type { Launched } from './chromium.ts';

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
}

/** Runs a function in our closed root, by the debugger; `this` is the root. */
export async function inCard<T>(page: Page, body: string): Promise<T> {
  const client: CDPSession = await page.createCDPSession();
  try {
    const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = search(root as Node);
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) throw new Error('there is no card');
    const { object } = await client.send('DOM.resolveNode', { nodeId: shadow.nodeId });
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      returnByValue: true,
      userGesture: true,
      functionDeclaration: `function () { ${body} }`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  } finally {
    await client.detach();
  }
}

function search(node: Node): Node | null {
  if (/^GJ-/.test(node.nodeName)) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = search(child);
    if (found) return found;
  }
  return null;
}

/** Buttons of the card that are too small to hit, WCAG 2.2 2.5.8. */
export const smallTargets = (page: Page): Promise<string[]> =>
  inCard(
    page,
    `return [...this.querySelectorAll('.card button, .card a, .card summary')]
      .map((each) => [each, each.getBoundingClientRect()])
      .filter(([each, box]) => !each.classList.contains('to-target') && (box.width < 24 || box.height < 24))
      .map(([each, box]) => each.textContent + ' ' + box.width + 'x' + box.height);`,
  );

/**
 * What axe has to say of the card as it stands. No script reaches a closed root, so a copy with its styles is laid
 * into an open one, in a page of its own.
 */
export async function axeOnCard({ browser }: Launched, page: Page): Promise<string[]> {
  const html = await inCard<string>(page, 'return this.innerHTML;');
  const copy = await browser.newPage();
  try {
    await copy.goto('about:blank');
    await copy.evaluate((inner) => {
      document.documentElement.lang = 'ko';
      document.title = 'card';
      document.body.innerHTML = '<main><h1>card</h1><div id="host"></div></main>';
      const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
      root.innerHTML = inner;
    }, html);
    const { violations } = await new AxePuppeteer(copy).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  } finally {
    await copy.close();
    await page.bringToFront();
  }
}
