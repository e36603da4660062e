import { browser } from './browser.ts';

/** Wakes the background at a time (milliseconds since 1970), also when it was stopped; null takes it back. */
export async function wakeAt(name: string, time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(name);
  // Browsers round up to half a minute; earlier attempts happen while the background lives anyway.
  else browser.alarms.create(name, { when: Math.max(time, Date.now() + 1_000) });
}

export function wakeEvery(name: string, minutes: number): void {
  browser.alarms.create(name, {
    periodInMinutes: minutes,
    delayInMinutes: minutes * (0.5 + Math.random() / 2),
  });
}

export const onWake = (listen: (name: string) => void): void =>
  browser.alarms.onAlarm.addListener((alarm) => listen(alarm.name));
