import { useId, useRef, useState } from 'preact/hooks';
import { call } from '../../platform/messages.ts';
import { deskAddress } from '../data/desk-address.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** For support: where recorded targets are saved. */
export function AuthorTools() {
  const t = useText();
  const words = t.panel.author;
  const id = useId();
  const url = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const [desk, again] = useLoad(() => call('author/get'));
  const [said, setSaid] = useState<'' | 'wrong' | 'saved' | 'stopped'>('');

  const save = async (event: Event) => {
    event.preventDefault();
    const address = deskAddress(url.current?.value ?? '');
    const given = token.current?.value.trim() ?? '';
    if (!address || !given) {
      setSaid('wrong');
      (address ? token : url).current?.focus();
      return;
    }
    await call('author/set', { url: address, token: given });
    setSaid('saved');
    again();
  };
  const stop = async () => {
    await call('author/set', null);
    for (const field of [url, token]) if (field.current) field.current.value = '';
    setSaid('stopped');
    again();
  };
  // A field that appears empty and is filled later would eat what was typed meanwhile.
  if (desk.state === 'loading') return null;
  return (
    <Section title={words.title} hint={words.how}>
      <form class="gp-author" noValidate onSubmit={(event) => void save(event)}>
        <label for={`${id}-desk`}>{words.desk}</label>
        <input
          ref={url}
          id={`${id}-desk`}
          class="gj-input"
          type="url"
          spellcheck={false}
          autoComplete="off"
          defaultValue={desk.value?.url ?? ''}
          aria-describedby={`${id}-said`}
          onInput={() => setSaid('')}
        />
        <label for={`${id}-token`}>{words.token}</label>
        <input
          ref={token}
          id={`${id}-token`}
          class="gj-input"
          type="password"
          autoComplete="off"
          defaultValue={desk.value?.token ?? ''}
          aria-describedby={`${id}-said`}
          onInput={() => setSaid('')}
        />
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
