/** News of changes between the tabs of an origin, and within this one. */
export function changes(name: string) {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const channel = new BroadcastChannel(`${name}:changed`);
  channel.onmessage = tell;
  return {
    changed() {
      channel.postMessage(null);
      tell();
    },
    subscribe(listener: () => void) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    stop() {
      listeners.clear();
      channel.close();
    },
  };
}
