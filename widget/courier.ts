import { type DeskAddress, flush } from '../shared/inquiry/flush.ts';
import type { Outbox } from '../shared/inquiry/outbox.ts';
import type { SendProgress } from '../shared/inquiry/sender.ts';

/** How long after an outbox could not even be read it is tried again. */
const AGAIN_MS = 30_000;

/** Sends what is due: now, whenever the next one is due, and when the network comes back. */
export function runCourier(boxes: Outbox[], desk: DeskAddress, progress: (progress: SendProgress) => void) {
  let timer = 0;
  let stopped = false;
  const flushOne = (box: Outbox, force: boolean): Promise<number | null> =>
    flush(box, desk, { force, progress }).then(
      ({ next }) => next,
      () => Date.now() + AGAIN_MS,
    );
  const run = async (force = false): Promise<void> => {
    clearTimeout(timer);
    const next = await Promise.all(boxes.map((box) => flushOne(box, force)));
    const due = next.filter((time) => time !== null);
    clearTimeout(timer);
    if (due.length === 0 || stopped) return;
    timer = setTimeout(run, Math.max(1_000, Math.min(...due) - Date.now())) as unknown as number;
  };
  const online = () => void run(true);
  addEventListener('online', online);
  void run();
  return {
    run,
    stop() {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', online);
    },
  };
}
