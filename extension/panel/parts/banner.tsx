import { Icon } from '../../../shared/ui/icon.tsx';
import { bannerOf } from '../data/banner.ts';
import type { Content } from '../state/use-content.ts';
import { useText } from '../state/use-text.ts';

/** What has to be said about the content itself. Says nothing while all is well. */
export function ContentBanner({ content }: { content: Content }) {
  const t = useText();
  const state = content.bundle.value;
  const banner = state && bannerOf(state, content.online);
  if (!banner || banner.kind === 'none') return null;
  const words = {
    draft: t.panel.draft.banner,
    stale: t.panel.stale,
    offline: t.panel.state.offline,
    broken: t.panel.state.kept,
  }[banner.kind];
  return (
    <p class={`gp-banner gp-banner-${banner.kind}`} role="status">
      <Icon name={banner.kind === 'offline' ? 'info' : 'warn'} size={16} />
      <span>
        {words}
        {banner.kind === 'broken' && <ProblemWords code={banner.problem} />}
      </span>
    </p>
  );
}

function ProblemWords({ code }: { code: string }) {
  const t = useText();
  return <span class="gp-faint"> {problemText(t.panel.state.problem, code)}</span>;
}

export const problemText = (words: Record<string, string>, code: string): string =>
  words[code] ?? words.unexpected ?? code;
