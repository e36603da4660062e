import type { BundleState, QueuedInquiry } from '../../platform/messages.ts';

export interface Facts {
  extension: string;
  browser: string;
  lang: string;
  bundleUrl: string;
  bundle: BundleState;
  /** Match patterns. Only how many and which of them come with the content: other names are the person's own. */
  sites: { builtIn: string[]; added: number };
  inquiries: Pick<QueuedInquiry, 'state'>[];
}

/** What helps support and says nothing about what was written or seen: lines of `name: value`. */
export function diagnostics(facts: Facts): string {
  const { bundle } = facts;
  const states = Map.groupBy(facts.inquiries, (each) => each.state);
  return [
    `giljabi: ${facts.extension}`,
    `browser: ${facts.browser}`,
    `language: ${facts.lang}`,
    `bundle: ${bundle.source} ${bundle.version} (${bundle.published || '-'} .. ${bundle.expires || '-'})${bundle.stale ? ' stale' : ''}`,
    `bundle from: ${facts.bundleUrl}`,
    `last check: ${bundle.checked ?? 'never'}, problem: ${bundle.problem ?? 'none'}`,
    `sites: ${facts.sites.builtIn.join(' ') || '-'}, added: ${facts.sites.added}`,
    `inquiries: ${[...states].map(([state, list]) => `${state} ${list.length}`).join(', ') || 'none'}`,
  ].join('\n');
}
