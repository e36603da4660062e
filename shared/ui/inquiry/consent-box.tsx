import type { ConsentText } from '../../inquiry/inquiry.ts';
import { useText } from '../text/context.ts';
import { FieldError } from './field.tsx';

interface ConsentBoxProps {
  id: string;
  consent: ConsentText;
  checked: boolean;
  error?: string | undefined;
  onChange: (checked: boolean) => void;
}

/** The four notices (items, purpose, retention, right to refuse) and the box to tick, never ticked beforehand. */
export function ConsentBox({ id, consent, checked, error, onChange }: ConsentBoxProps) {
  const t = useText().inquiry;
  return (
    <fieldset class="gj-field gj-consent">
      <legend class="gj-label-line">{t.consentTitle}</legend>
      <div class="gj-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.consentItems}</th>
              <th scope="col">{t.consentPurpose}</th>
              <th scope="col">{t.consentRetention}</th>
            </tr>
          </thead>
          <tbody>
            {consent.rows.map((row) => (
              <tr key={row.purpose}>
                <td data-head={t.consentItems}>
                  {row.required.length > 0 && (
                    <span class="gj-consent-items">
                      ({t.consentRequired}) {row.required.join(', ')}
                    </span>
                  )}
                  {row.optional.length > 0 && (
                    <span class="gj-consent-items">
                      ({t.consentOptional}) {row.optional.join(', ')}
                    </span>
                  )}
                </td>
                <td data-head={t.consentPurpose}>{row.purpose}</td>
                <td data-head={t.consentRetention}>
                  <strong>{row.retention}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="gj-hint" id={`${id}-refusal`}>
        {consent.refusal}
      </p>
      <label class="gj-check">
        <input
          type="checkbox"
          id={id}
          name="consent"
          required
          checked={checked}
          aria-invalid={Boolean(error)}
          aria-describedby={`${id}-refusal${error ? ` ${id}-error` : ''}`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{consent.title}</span>
      </label>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
