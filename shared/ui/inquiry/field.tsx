import type { ComponentChildren } from 'preact';
import { useText } from '../text/context.ts';

export interface FieldIds {
  id: string;
  /** For `aria-describedby`: hint and error, whichever are there. */
  described: string | undefined;
  invalid: boolean;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is left of the limit, once it comes near. */
  left?: string | undefined;
  error?: string | undefined;
  children: (ids: FieldIds) => ComponentChildren;
}

/** Label, hint, control and error of one field, tied together for screen readers. */
export function Field({ id, label, hint, optional = false, left, error, children }: FieldProps) {
  const t = useText();
  const described =
    [hint && `${id}-hint`, left && `${id}-left`, error && `${id}-error`].filter(Boolean).join(' ') ||
    undefined;
  return (
    <div class="gj-field">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the field itself is reached */}
      <label class="gj-label-line" for={id} id={`${id}-label`} onClick={focusField}>
        {label}
        {optional && <span class="gj-optional"> ({t.common.optional})</span>}
      </label>
      {hint && (
        <p class="gj-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, described, invalid: Boolean(error) })}
      {left && (
        <p class="gj-hint gj-left" id={`${id}-left`}>
          {left}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** A label reaches inputs by itself; our editor is none to the browser. */
function focusField(event: MouseEvent & { currentTarget: HTMLLabelElement }): void {
  const { control, htmlFor } = event.currentTarget;
  if (!control) (event.currentTarget.getRootNode() as ShadowRoot).getElementById(htmlFor)?.focus();
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p class="gj-error" id={`${id}-error`}>
      <span aria-hidden="true">!</span>
      {error}
    </p>
  );
}
