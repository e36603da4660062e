import type { RefObject } from 'preact';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { CompositionKeys } from '../../../shared/ui/composition.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { useText } from '../state/use-text.ts';

export interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  /** Every `input` event, also during composition. */
  onType(query: string, composing: boolean): void;
  /** Enter and the arrow down, once also when pressed during composition; false: nothing to do. */
  onKey(key: string): boolean;
}

/** The field is the person's own while something is being composed: its value is never set from outside then. */
export function SearchField({ field, query, onType, onKey }: SearchFieldProps) {
  const t = useText();
  const id = useId();
  const keys = useMemo(() => new CompositionKeys((key) => latest.onKey(key)), []);
  const latest = useMemo(() => ({ onKey }), []);
  latest.onKey = onKey;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const clear = () => {
    if (field.current) field.current.value = '';
    onType('', false);
    field.current?.focus();
  };
  return (
    <search class="gj-search-field">
      <label class="gj-hidden" for={id}>
        {t.search.label}
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
        placeholder={t.panel.placeholder}
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
        <button type="button" class="gj-button gj-quiet gj-bare" aria-label={t.search.clear} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
