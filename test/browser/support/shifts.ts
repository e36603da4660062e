import type { Page } from 'puppeteer';

/**
 * What has moved on a page of ours from its first paint on, by the browser's own measure (Layout Instability),
 * without moves that answer a key or a click. `elements`: what moved, by its class.
 */
export function shifts(page: Page): Promise<{ sum: number; elements: string[] }> {
  return page.evaluate(async () => {
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    };
    const found: Shift[] = [];
    const observer = new PerformanceObserver((list) => found.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    // Two frames: what was painted last has been measured by then.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    found.push(...(observer.takeRecords() as Shift[]));
    observer.disconnect();
    const counted = found.filter((entry) => !entry.hadRecentInput);
    return {
      sum: counted.reduce((sum, { value }) => sum + value, 0),
      elements: counted.flatMap(({ sources }) =>
        sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : '#text')),
      ),
    };
  });
}
