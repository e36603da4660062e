import type { BundleState } from '../../platform/messages.ts';

/** What has to be said about the content before anything of it is shown. */
export type Banner =
  | { kind: 'none'; problem: string } // there is no content at all
  | { kind: 'broken'; problem: string } // new content was refused; the last good one is shown
  | { kind: 'draft' } // an author's preview
  | { kind: 'stale' }
  | { kind: 'offline' };

/** The one banner that matters most, or null when all is well. `online` as the browser says. */
export function bannerOf(state: BundleState, online: boolean): Banner | null {
  if (state.source === 'none') return { kind: 'none', problem: state.problem ?? 'unexpected' };
  if (state.problem && state.problem !== 'offline') return { kind: 'broken', problem: state.problem };
  if (state.source === 'draft') return { kind: 'draft' };
  if (state.stale) return { kind: 'stale' };
  // A publisher that cannot be reached hurts nobody while the content is fresh.
  if (!online) return { kind: 'offline' };
  return null;
}
