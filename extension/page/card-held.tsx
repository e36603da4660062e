import type { RefObject } from 'preact';
import { type HeldPress, labelled } from '../../shared/guide/index.ts';
import { Inlines, Label } from '../../shared/ui/article-inline.tsx';
import { Risk } from './card-risk.tsx';
import type { CardView } from './card-view.ts';
import { useText } from './text.ts';

/** A press that was held: what it would do, and that the next one is the admin's own decision. */
export function HeldBody({
  view,
  held,
  heading,
}: {
  view: CardView;
  held: HeldPress;
  heading: RefObject<HTMLParagraphElement | null>;
}) {
  const t = useText();
  const risky = held.kind === 'risk';
  const words = risky ? t.walk.risk : t.walk.leave;
  return (
    <>
      <p class="text held-head" ref={heading} tabIndex={-1}>
        <span class="sign" aria-hidden="true">
          !
        </span>
        {words.head}
      </p>
      {risky && view.step && view.step.labels.length > 0 && (
        <p class="held-what">
          <Label path={view.step.labels} />
          {held.entry && <span class="held-entry">{held.entry}</span>}
        </p>
      )}
      {risky && view.risk && <Risk risk={view.risk} />}
      {!risky && view.saveLabel && (
        <p>
          <Inlines nodes={labelled(t.walk.leave.text(view.saveLabel))} />
        </p>
      )}
      <p class="go-on">{words.goOn}</p>
    </>
  );
}
