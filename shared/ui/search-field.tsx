import type { RefObject } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { CompositionKeys } from './composition.ts';
import { Icon } from './icon.tsx';
import { useText } from './text/context.ts';

export interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  placeholder?: string;
  /** Every `input` event, also during composition. */
  onType(query: string, composing: boolean): void;
  /** Enter and the arrow down, once also when pressed during composition; false: nothing to do. */
  onKey(key: string): boolean;
}

/** The field is the person's own while something is being composed: its value is never set from outside then. */
export function SearchField({ field, query, placeholder, onType, onKey }: SearchFieldProps) {
  const t = useText().search;
  const id = useId();
  const keys = useMemo(() => new CompositionKeys((key) => latest.onKey(key)), []);
  const latest = useMemo(() => ({ onKey }), []);
  latest.onKey = onKey;

  const clear = () => {
    if (field.current) field.current.value = '';
    onType('', false);
    field.current?.focus();
  };
  return (
    <search class="gj-search-field">
      <label class="gj-hidden" for={id}>
        {t.label}
      </label>
      <Icon name="search" size={20} />
      <input
        ref={field}
        id={id}
        class="gj-input"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellcheck={false}
        placeholder={placeholder ?? t.placeholder}
        onInput={(event) => onType(event.currentTarget.value, (event as InputEvent).isComposing)}
        onCompositionUpdate={(event) => keys.update(event.data)}
        onCompositionEnd={() => keys.end()}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing && event.currentTarget.value) {
            event.preventDefault();
            event.stopPropagation();
            clear();
          } else if (keys.press(event)) event.preventDefault();
        }}
      />
      {query.trim() !== '' && (
        <button type="button" class="gj-button gj-quiet gj-bare" aria-label={t.clear} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
