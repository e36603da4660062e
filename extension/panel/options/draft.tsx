import { call } from '../../platform/messages.ts';
import { draftAddress } from '../data/draft-address.ts';
import { useText } from '../state/use-text.ts';
import { DeskForm } from './desk-form.tsx';

/** For authors: shows what `serve --draft` makes of their files, in place of what is published. */
export function DraftTools() {
  const words = useText().panel.draft;
  return (
    <DeskForm
      words={words}
      label={words.key}
      type="text"
      load={async () => {
        const desk = await call('draft/get');
        return desk && { url: desk.url, given: desk.key };
      }}
      address={draftAddress}
      isWhole={(key) => /^[A-Za-z0-9+/]{43}=$/.test(key)}
      keep={(desk) => call('draft/set', desk && { url: desk.url, key: desk.given })}
    />
  );
}
