import type { Step } from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';

/** Where the overlay finds what `author.js` has brought: recording is a script of its own, for the few who do it. */
export const AUTHOR = Symbol.for('giljabi.author');

export type AuthorDoor = (parts: AuthorParts) => Recording;

/** What the overlay lends. */
export interface AuthorParts {
  /** Our own element; what happens on its card is not a choice. */
  host: HTMLElement;
  root: ShadowRoot;
  /** Where the card is drawn. */
  spot: HTMLElement;
  /** What is pointed at, or was chosen. */
  ring(element: Element | null, kind: 'pick' | 'sure'): void;
  /** Back to the walkthrough; the spot is empty again. */
  ended(): void;
}

export interface Recording {
  readonly on: boolean;
  begin(step: Step, active: ActiveWalk): void;
  end(): void;
}
