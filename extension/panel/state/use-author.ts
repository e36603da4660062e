import { useEffect } from 'preact/hooks';
import { type AuthorDesk, call } from '../../platform/messages.ts';
import { useLoad } from './use-load.ts';

/** Support's desk, where somebody has entered it; asked again when this page comes to the front. */
export function useAuthor(): AuthorDesk | null {
  const [desk, again] = useLoad(() => call('author/get'));
  useEffect(() => {
    addEventListener('focus', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [again]);
  return desk.value ?? null;
}
