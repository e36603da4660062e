import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="gp-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p class="gp-faint">{hint}</p>}
      {children}
    </section>
  );
}
