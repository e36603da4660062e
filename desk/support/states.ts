import { say } from '../say.ts';

/**
 * Where an inquiry stands: nobody has answered; support has; the asker has written again; done with. The next words of
 * either side move it on.
 */
export const STATES = ['new', 'answered', 'waiting', 'closed'] as const;
export type State = (typeof STATES)[number];

export const isState = (text: string): text is State => (STATES as readonly string[]).includes(text);

export const stateWords = (state: State): string =>
  ({
    new: say({ ko: '새 문의', en: 'new' }),
    answered: say({ ko: '답변함', en: 'answered' }),
    waiting: say({ ko: '답변 필요', en: 'needs an answer' }),
    closed: say({ ko: '종료', en: 'closed' }),
  })[state];
