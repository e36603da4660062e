import { useId, useRef, useState } from 'preact/hooks';
import { call } from '../../platform/messages.ts';
import { bundleAddress } from '../data/bundle-address.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';

/** Where documents come from. A wrong address is said before anything is saved. */
export function Source() {
  const t = useText();
  const words = t.panel.settings;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [settings, again] = useLoad(() => call('settings/get'));
  const [said, setSaid] = useState<'' | 'wrong' | 'saved'>('');

  const save = async (event: Event) => {
    event.preventDefault();
    const bundleUrl = bundleAddress(field.current?.value ?? '');
    if (bundleUrl === null) {
      setSaid('wrong');
      field.current?.focus();
      return;
    }
    await call('settings/set', { bundleUrl });
    setSaid('saved');
    again();
  };
  // A field that appears empty and is filled later would eat what was typed meanwhile.
  if (settings.state === 'loading') return null;
  return (
    <form class="gp-source" noValidate onSubmit={(event) => void save(event)}>
      <label for={id}>{words.source}</label>
      <div>
        <input
          ref={field}
          id={id}
          class="gj-input"
          type="url"
          spellcheck={false}
          autoComplete="off"
          defaultValue={settings.value?.bundleUrl ?? ''}
          aria-invalid={said === 'wrong'}
          aria-describedby={`${id}-how`}
          onInput={() => setSaid('')}
        />
        <button type="submit" class="gj-button">
          {t.common.save}
        </button>
      </div>
      <p id={`${id}-how`} class={said === 'wrong' ? 'gp-wrong' : 'gp-faint'} role="status">
        {said === 'wrong' ? words.sourceWrong : said === 'saved' ? words.sourceSaved : words.sourceHow}
      </p>
    </form>
  );
}
