import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldIds } from './field.tsx';

interface TextInputProps {
  ids: FieldIds;
  name: string;
  value: string;
  onText: (text: string, event: InputEvent) => void;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: 'email' | 'organization' | 'tel' | 'off';
  required?: boolean;
}

/**
 * A one-line field that the browser owns: its value is set once and then only read, because writing to a field during
 * composition breaks Korean and Japanese input.
 */
export function TextInput({
  ids,
  name,
  value,
  onText,
  type = 'text',
  autoComplete,
  required = true,
}: TextInputProps) {
  const input = useRef<HTMLInputElement>(null);
  // Before anybody can type: a later write would take the first letter back.
  useLayoutEffect(() => {
    if (input.current) input.current.value = value;
  }, []);
  return (
    <input
      ref={input}
      class="gj-input"
      id={ids.id}
      name={name}
      type={type as 'text'}
      required={required}
      aria-invalid={ids.invalid}
      aria-describedby={ids.described}
      onInput={(event) => onText(event.currentTarget.value, event as InputEvent)}
      autoComplete={autoComplete}
    />
  );
}
