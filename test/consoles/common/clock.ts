const parts = (style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', ...style });
const day = parts({ dateStyle: 'short' });
const minute = parts({ dateStyle: 'short', timeStyle: 'short' });

/** Today in Seoul, `YYYY-MM-DD`. */
export const today = (): string => day.format(new Date());
/** This minute in Seoul, `YYYY-MM-DD HH:mm`. */
export const now = (): string => minute.format(new Date());
