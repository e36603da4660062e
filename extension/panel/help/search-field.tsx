import { useEffect } from 'preact/hooks';
import { SearchField as Field, type SearchFieldProps } from '../../../shared/ui/search-field.tsx';
import { useText } from '../state/use-text.ts';

/** The search field of our own pages: it has the focus when they open. */
export function SearchField(props: Omit<SearchFieldProps, 'placeholder'>) {
  const t = useText();
  useEffect(() => props.field.current?.focus({ preventScroll: true }), []);
  return <Field {...props} placeholder={t.panel.placeholder} />;
}
