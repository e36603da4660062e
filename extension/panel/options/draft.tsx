import { useId, useRef, useState } from 'preact/hooks';
import { call } from '../../platform/messages.ts';
import { draftAddress } from '../data/draft-address.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** For authors: shows what `serve --draft` makes of their files, in place of what is published. */
export function DraftTools() {
  const t = useText();
  const words = t.panel.draft;
  const id = useId();
  const url = useRef<HTMLInputElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const [desk, again] = useLoad(() => call('draft/get'));
  const [said, setSaid] = useState<'' | 'wrong' | 'saved' | 'stopped'>('');

  const save = async (event: Event) => {
    event.preventDefault();
    const address = draftAddress(url.current?.value ?? '');
    const given = key.current?.value.trim() ?? '';
    const whole = /^[A-Za-z0-9+/]{43}=$/.test(given);
    if (!address || !whole) {
      setSaid('wrong');
      (address ? key : url).current?.focus();
      return;
    }
    await call('draft/set', { url: address, key: given });
    setSaid('saved');
    again();
  };
  const stop = async () => {
    await call('draft/set', null);
    for (const field of [url, key]) if (field.current) field.current.value = '';
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
  };
  return (
    <Section title={words.title} hint={words.how}>
      <form class="gp-author" noValidate onSubmit={(event) => void save(event)}>
        <label for={`${id}-desk`}>{words.desk}</label>
        <input
          ref={url}
          id={`${id}-desk`}
          type="url"
          defaultValue={desk.value?.url ?? ''}
          onInput={() => setSaid('')}
          {...field}
        />
        <label for={`${id}-key`}>{words.key}</label>
        <input
          ref={key}
          id={`${id}-key`}
          type="text"
          defaultValue={desk.value?.key ?? ''}
          onInput={() => setSaid('')}
          {...field}
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
