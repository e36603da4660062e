import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from './ko/index.ts';

/** The sections that the views of `shared/ui` speak from. */
export type HelpSection = 'common' | 'search' | 'article' | 'inquiry' | 'outcome' | 'errors';
export type HelpText = Pick<Text, HelpSection>;

/** The texts of a face. A face carries only the sections that it shows: they weigh more than its views. */
export const TextContext = createContext<Partial<Text> | null>(null);

/** The texts of the face around. @throws when a view stands outside every face, which is a fault in our own code. */
export function useText<Section extends keyof Text = HelpSection>(): Pick<Text, Section> {
  const text = useContext(TextContext);
  if (!text) throw new Error('No TextContext.Provider around this view');
  return text as Pick<Text, Section>;
}
