import { type Said, say } from '../say.ts';

export type Work = 'read' | 'compile' | 'put' | 'lounge';
/** Is told how much of a piece of work is done. */
export type Progress = (work: Work, done: number, of: number) => void;

const NAMES: Record<Work, Said> = {
  read: { ko: '문서 읽기', en: 'reading' },
  compile: { ko: '문서 만들기', en: 'compiling' },
  put: { ko: '번들에 쓰기', en: 'writing the bundle' },
  lounge: { ko: '라운지 페이지', en: 'lounge pages' },
};
/** Work that is over sooner needs no telling. */
const SILENT_MS = 2_000;

/** One line that is written over where somebody looks on, else a line now and then for a log. */
export function progressLine(out: NodeJS.WriteStream = process.stderr, clock = Date.now): Progress {
  const every = out.isTTY ? 250 : 15_000;
  let now: Work | null = null;
  let [since, last, shown] = [0, 0, false];
  return (work, done, of) => {
    const time = clock();
    if (work !== now) [now, since, last, shown] = [work, time, time, false];
    const over = done >= of;
    if (time - since < SILENT_MS || (!over && time - last < every && shown)) return;
    last = time;
    if (over && out.isTTY && shown) return void out.write('\r\u001b[K');
    if (over) return;
    shown = true;
    const left = say(timeLeft(((time - since) / done) * (of - done)));
    const line = `${say(NAMES[work])} ${done.toLocaleString('en')} / ${of.toLocaleString('en')} · ${left}`;
    out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  };
}

function timeLeft(ms: number): Said {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 90) return { ko: `약 ${seconds}초 남음`, en: `about ${seconds} s left` };
  const minutes = Math.round(seconds / 60);
  return { ko: `약 ${minutes}분 남음`, en: `about ${minutes} min left` };
}
