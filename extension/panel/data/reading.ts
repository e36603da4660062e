/** Which documents were opened from which: the way back is the way that was come. */
export type Reading = readonly Place[];

export interface Place {
  article: string;
  /** Heading to go to, or ''. */
  fragment: string;
}

/** The same document again (a link to one of its own headings) adds no step to the way back. */
export function open(reading: Reading, article: string, fragment = ''): Reading {
  const last = reading.at(-1);
  const place = { article, fragment };
  return last?.article === article ? [...reading.slice(0, -1), place] : [...reading, place];
}

export const back = (reading: Reading): Reading => reading.slice(0, -1);
