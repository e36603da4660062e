import { useId, useRef, useState } from 'preact/hooks';
import { useText } from '../../../shared/ui/text/context.ts';
import { call } from '../../platform/messages.ts';
import { deskAddress } from '../data/desk-address.ts';
import { useLoad } from '../state/use-load.ts';
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
    setSaid('stopped');
    again();
  };
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
          key={`${desk.value?.url}`}
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
          key={`${desk.value?.token}`}
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
