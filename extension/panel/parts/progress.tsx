import { useText } from '../state/use-text.ts';

/** How far a walkthrough has come, as a bar; the words stand beside it. */
export function Progress({ at, of, passed }: { at: number; of: number; passed: number }) {
  const t = useText();
  return (
    <div
      class="gp-progress"
      role="progressbar"
      aria-label={t.walk.card}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={passed}
      aria-valuetext={t.walk.progress(at, of)}
    >
      <span style={{ inlineSize: `${of === 0 ? 0 : (passed / of) * 100}%` }} />
    </div>
  );
}
