import { ownOrigin } from './assets.ts';
import { browser } from './browser.ts';
import type { Answer } from './messages.ts';

/**
 * Who sent a message. `sender.tab` proves nothing (our own pages can be tabs) and `sender.url` of a content
 * script is the page's; only the origin tells our pages from other people's.
 */
export type Caller =
  | { kind: 'panel' }
  | { kind: 'page'; origin: string; url: string; tab: number; frame: number };

export type Answerer = (name: string, argument: unknown, caller: Caller) => Promise<unknown>;

/** Registered synchronously at start, so that a message which wakes the background finds somebody. */
export function answerCalls(
  answer: Answerer,
  atOnce: (name: string, caller: Caller) => void = () => {},
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (typeof message !== 'object' || message === null || !('call' in message)) return undefined;
    const caller = callerOf(sender);
    if (!caller) return undefined;
    const { call, argument } = message as { call: unknown; argument?: unknown };
    // Whatever needs the person's click has to happen before the first await: the browser forgets the click then.
    atOnce(String(call), caller);
    // A promise as the answer: Firefox waits for it, and in Chromium the polyfill does.
    return reply(() => answer(String(call), argument, caller));
  });
}

function callerOf(sender: {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number };
}): Caller | null {
  if (sender.id !== browser.runtime.id || !sender.url) return null;
  const origin = sender.origin ?? new URL(sender.url).origin;
  if (origin === ownOrigin()) return { kind: 'panel' };
  if (sender.tab?.id === undefined) return null;
  return { kind: 'page', origin, url: sender.url, tab: sender.tab.id, frame: sender.frameId ?? 0 };
}

async function reply(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== 'string') console.error(error);
    return { ok: false, code: typeof code === 'string' ? code : 'unexpected', message: String(error) };
  }
}
