import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ko, type Text } from './ko.ts';

/** Which texts the views below speak; Korean when nobody says otherwise. */
export const TextContext = createContext<Text>(ko);

export function useText(): Text {
  return useContext(TextContext);
}
