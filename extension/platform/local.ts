import { browser } from './browser.ts';

/** A named value in storage.local or, while the browser runs, in storage.session. */
export interface Item<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Reads, changes, writes; calls of one item never overlap. */
  update(change: (value: T) => T): Promise<T>;
}

export function item<T>(area: 'local' | 'session', key: string, initial: T): Item<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const get = async () => ((await browser.storage[area].get(key))[key] as T | undefined) ?? initial;
  const set = (value: T) => browser.storage[area].set({ [key]: value });
  return {
    get,
    set,
    update(change) {
      const next = queue.then(async () => {
        const value = change(await get());
        await set(value);
        return value;
      });
      queue = next.catch(() => undefined);
      return next;
    },
  };
}
