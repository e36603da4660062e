/** What the command line says to people: Korean where the machine speaks Korean, English elsewhere. */
export interface Said {
  ko: string;
  en: string;
}

const korean = (): boolean =>
  (
    process.env.GILJABI_LANG ||
    process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    ''
  ).startsWith('ko');

export const say = (said: Said): string => (korean() ? said.ko : said.en);

/** A fault that the person at the keyboard can mend: shown as one line, exit code 1, no stack. */
export class Expected extends Error {
  override name = 'Expected';

  constructor(said: Said) {
    super(say(said));
  }
}
