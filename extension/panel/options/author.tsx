import { call } from '../../platform/messages.ts';
import { deskAddress } from '../data/desk-address.ts';
import { useText } from '../state/use-text.ts';
import { DeskForm } from './desk-form.tsx';

/** For support: where recorded targets are saved. */
export function AuthorTools() {
  const words = useText().panel.author;
  return (
    <DeskForm
      words={words}
      label={words.token}
      type="password"
      load={async () => {
        const desk = await call('author/get');
        return desk && { url: desk.url, given: desk.token };
      }}
      address={deskAddress}
      isWhole={(token) => token !== ''}
      keep={(desk) => call('author/set', desk && { url: desk.url, token: desk.given })}
    />
  );
}
