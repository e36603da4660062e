import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readLink } from '../../link.ts';
import { useText } from '../../text/context.ts';
import { FieldError } from '../field.tsx';

interface LinkBarProps {
  /** The address there is, '' for a new link. */
  href: string;
  onLink: (href: string | null) => void;
  onClose: () => void;
}

/** Where a link leads: one line below the toolbar. */
export function LinkBar({ href, onLink, onClose }: LinkBarProps) {
  const t = useText().outcome;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const apply = () => {
    const address = addressOf(field.current?.value ?? '');
    if (address) onLink(address);
    setWrong(!address);
    if (!address) field.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) apply();
    else return;
    // Enter here sends no form, Escape closes no dialog around us.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and its buttons
    <div class="gj-link-bar" onKeyDown={key}>
      <label for={id}>{t.linkAddress}</label>
      <input
        ref={field}
        id={id}
        class="gj-input"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        defaultValue={href}
        placeholder="https://"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onInput={() => setWrong(false)}
      />
      <button type="button" class="gj-button" onClick={apply}>
        {t.linkApply}
      </button>
      {href && (
        <button type="button" class="gj-button gj-quiet" onClick={() => onLink(null)}>
          {t.linkRemove}
        </button>
      )}
      <FieldError id={id} error={wrong ? t.linkWrong : undefined} />
    </div>
  );
}

/** `example.co.kr/a` is meant as a web address, `kim@example.co.kr` as a mail address. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const full = /^[a-z][a-z\d+.-]*:/i.test(text)
    ? text
    : /^[^\s/@]+@[^\s/@]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  const target = readLink(full);
  if (target?.kind !== 'out' || !/^(mailto|tel):|\/\/[^/]+\.[^/]/.test(target.href)) return null;
  // Brackets would end the link in Markdown.
  return target.href.replace(/[()<>\\*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
