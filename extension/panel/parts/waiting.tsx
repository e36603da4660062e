import { useText } from '../state/use-text.ts';

/** Lines where text will be. They fade in late, so that a quick answer never flickers. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const t = useText();
  return (
    <div class="gp-waiting" role="status" aria-label={t.common.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
