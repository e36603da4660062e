import type { Page } from 'puppeteer';

/** A trace event, as Chromium writes it; times in microseconds. */
interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The same on the thread's own clock: what the machine did meanwhile for others does not count. */
  tdur?: number;
  args?: { data?: { url?: string }; name?: string };
}

/** What a scroll cost the page's main thread; milliseconds of that thread. */
export interface Scrolled {
  /** Tasks of more than one frame at 60 a second. */
  long: number;
  longest: number;
  /** Long tasks that would have been short without our script. */
  caused: number;
  /** Our longest stretch of script within one task, with the layout that it asked for. */
  ours: number;
  /** All of our script together. */
  total: number;
}

const FRAME = 16;

/** Scrolls 4,000 px down and up again as a hand on a touchpad does, and reads what the main thread did meanwhile. */
export async function scroll(page: Page): Promise<Scrolled> {
  const client = await page.createCDPSession();
  await page.tracing.start({
    categories: ['devtools.timeline', 'toplevel'],
  });
  for (const distance of [-4_000, 4_000])
    await client.send('Input.synthesizeScrollGesture', {
      x: 600,
      y: 400,
      yDistance: distance,
      speed: 2_500,
      preventFling: true,
    });
  const bytes = await page.tracing.stop();
  await client.detach();
  const { traceEvents } = JSON.parse(Buffer.from(bytes ?? new Uint8Array()).toString()) as {
    traceEvents: Event[];
  };
  return read(traceEvents);
}

function read(events: Event[]): Scrolled {
  const main = mainThread(events);
  const own = events.filter((event) => event.ph === 'X' && event.pid === main.pid && event.tid === main.tid);
  const tasks = own.filter(
    ({ name }) => name === 'RunTask' || name.endsWith('ThreadControllerImpl::RunTask'),
  );
  // The page itself has no script: whatever runs is ours. A call may stand inside of another.
  const calls = outermost(own.filter(({ name }) => name === 'FunctionCall' || name === 'RunMicrotasks'));
  const result = { long: 0, longest: 0, caused: 0, ours: 0, total: 0 };
  for (const task of outermost(tasks)) {
    const end = task.ts + (task.dur ?? 0);
    const mine = calls
      .filter(({ ts }) => ts >= task.ts && ts < end)
      .reduce((sum, call) => sum + spent(call), 0);
    const whole = spent(task);
    result.longest = Math.max(result.longest, whole);
    result.ours = Math.max(result.ours, mine);
    result.total += mine;
    if (whole <= FRAME) continue;
    result.long++;
    if (whole - mine <= FRAME) result.caused++;
  }
  return result;
}

const spent = ({ tdur, dur = 0 }: Event): number => (tdur ?? dur) / 1_000;

function outermost(events: Event[]): Event[] {
  let until = -1;
  return events
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < until) return false;
      until = ts + dur;
      return true;
    });
}

/** The renderer's main thread that painted most: the page's. */
function mainThread(events: Event[]): { pid: number; tid: number } {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const painted = ({ pid, tid }: Event) =>
    events.filter((event) => event.name === 'Paint' && event.pid === pid && event.tid === tid).length;
  const [most] = mains.sort((a, b) => painted(b) - painted(a));
  if (!most) throw new Error('the trace names no main thread of a page');
  return most;
}
