import { useId, useRef, useState } from 'preact/hooks';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

interface DeskFormProps {
  words: {
    title: string;
    how: string;
    desk: string;
    wrong: string;
    saved: string;
    off: string;
    stopped: string;
  };
  /** Label of what is given beside the address. */
  label: string;
  /** Whether it is shown as it is typed. */
  type: 'text' | 'password';
  /** What is kept now; null when nothing is. */
  load(): Promise<{ url: string; given: string } | null>;
  /** The address as it is kept; null when it is none that may be used. */
  address(typed: string): string | null;
  /** Whether what is given beside it can be right. */
  isWhole(given: string): boolean;
  /** Keeps both, or with null forgets them. */
  keep(what: { url: string; given: string } | null): Promise<unknown>;
}

/** For support: the address of a desk on this machine and what it has printed. */
export function DeskForm({ words, label, type, load, address, isWhole, keep }: DeskFormProps) {
  const t = useText();
  const id = useId();
  const url = useRef<HTMLInputElement>(null);
  const given = useRef<HTMLInputElement>(null);
  const [desk, again] = useLoad(load);
  const [said, setSaid] = useState<'' | 'wrong' | 'saved' | 'stopped'>('');

  const save = async (event: Event) => {
    event.preventDefault();
    const typed = { url: address(url.current?.value ?? ''), given: given.current?.value.trim() ?? '' };
    if (!typed.url || !isWhole(typed.given)) {
      setSaid('wrong');
      (typed.url ? given : url).current?.focus();
      return;
    }
    await keep({ url: typed.url, given: typed.given });
    setSaid('saved');
    again();
  };
  const stop = async () => {
    await keep(null);
    for (const field of [url, given]) if (field.current) field.current.value = '';
    setSaid('stopped');
    again();
  };
  // A field that appears empty and is filled later would eat what was typed meanwhile.
  if (desk.state === 'loading') return null;
  const field = {
    spellcheck: false,
    autoComplete: 'off',
    class: 'gj-input',
    'aria-describedby': `${id}-said`,
    onInput: () => setSaid(''),
  };
  const second = { ref: given, id: `${id}-given`, defaultValue: desk.value?.given ?? '', ...field };
  return (
    <Section title={words.title} hint={words.how}>
      <form class="gp-author" noValidate onSubmit={(event) => void save(event)}>
        <label for={`${id}-desk`}>{words.desk}</label>
        <input ref={url} id={`${id}-desk`} type="url" defaultValue={desk.value?.url ?? ''} {...field} />
        <label for={`${id}-given`}>{label}</label>
        {type === 'password' ? <input type="password" {...second} /> : <input type="text" {...second} />}
        <p class="gp-buttons">
          <button type="submit" class="gj-button">
            {t.common.save}
          </button>
          {desk.value && (
            <button type="button" class="gj-button gj-quiet" onClick={() => void stop()}>
              {words.off}
            </button>
          )}
        </p>
        <p id={`${id}-said`} role="status" class={said === 'wrong' ? 'gp-wrong' : 'gp-said'}>
          {said && words[said]}
        </p>
      </form>
    </Section>
  );
}
