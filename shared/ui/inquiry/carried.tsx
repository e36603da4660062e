import { useText } from '../text/context.ts';

/** One thing that the face knows about where the person is stuck. */
export interface CarriedLine {
  id: string;
  label: string;
  value: string;
}

interface CarriedProps {
  lines: readonly CarriedLine[];
  struck: ReadonlySet<string>;
  onStrike: (id: string) => void;
}

/** What goes along beside what was written: all of it is shown, and every line can be struck out. */
export function Carried({ lines, struck, onStrike }: CarriedProps) {
  const t = useText<'asking'>().asking;
  return (
    <fieldset class="gj-field gj-carried">
      <legend class="gj-label-line">{t.carried}</legend>
      <p class="gj-hint">{t.carriedHint}</p>
      {lines.map(({ id, label, value }) => (
        <label key={id} class="gj-carried-line">
          <input type="checkbox" checked={!struck.has(id)} onChange={() => onStrike(id)} />
          <span>
            {label}: {value}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
