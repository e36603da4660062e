import type { Walkthrough } from '../../../shared/guide/index.ts';

export type WalkButton = 'back' | 'next' | 'skip' | 'leave' | 'resume' | 'last' | 'end';

/** Which buttons a walkthrough offers, in their order; the first of `main` is what most people want now. */
export function walkButtons(
  walk: Pick<Walkthrough, 'phase' | 'paused'>,
  first: boolean,
): { main: WalkButton[]; side: WalkButton[] } {
  if (walk.phase === 'saved' || walk.phase === 'done') return { main: ['end'], side: ['last'] };
  if (walk.paused) return { main: ['resume'], side: ['end'] };
  if (walk.phase === 'unsaved') return { main: ['last'], side: ['end'] };
  if (walk.phase === 'checking') return { main: [], side: ['last', 'end'] };
  return { main: ['next'], side: first ? ['skip', 'leave'] : ['back', 'skip', 'leave'] };
}
