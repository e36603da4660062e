import { browser } from './browser.ts';

export interface OmniboxRow {
  /** Goes to the address bar when chosen, and comes back with Enter. */
  content: string;
  title: string;
  /** [start, end) of what matched, in UTF-16 units of `title`. */
  ranges: readonly (readonly [number, number])[];
  place: string;
}

interface Omnibox {
  setDefaultSuggestion(row: { description: string }): unknown;
  onInputStarted: { addListener(listen: () => void): void };
  onInputChanged: {
    addListener(
      listen: (text: string, suggest: (rows: { content: string; description: string }[]) => void) => void,
    ): void;
  };
  onInputEntered: { addListener(listen: (text: string) => void): void };
}

const omnibox = (browser as unknown as { omnibox?: Omnibox }).omnibox;
/** Chromium reads descriptions as XML, Firefox as they are. */
const marked = import.meta.env.BROWSER !== 'firefox';
const plain = (text: string) =>
  marked ? text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`) : text;

/** What stands in the address bar's list. */
export function describeRow({ title, ranges, place }: Omit<OmniboxRow, 'content'>): string {
  let at = 0;
  let text = '';
  for (const [start, end] of marked ? [...ranges].sort((a, b) => a[0] - b[0]) : []) {
    if (start < at || end <= start || end > title.length) continue;
    text += `${plain(title.slice(at, start))}<match>${plain(title.slice(start, end))}</match>`;
    at = end;
  }
  text += plain(title.slice(at));
  if (!place) return text;
  return marked ? `${text} <dim>${plain(place)}</dim>` : `${text} (${place})`;
}

/**
 * Our keyword in the address bar. Does nothing in a browser without one.
 * @param hint what stands first while nothing is found yet
 */
export function answerOmnibox(
  hint: () => Promise<string>,
  answer: (text: string) => Promise<OmniboxRow[]>,
  entered: (text: string) => void,
): void {
  if (!omnibox) return;
  const first = (description: string) => void omnibox.setDefaultSuggestion({ description });
  let turn = 0;
  omnibox.onInputStarted.addListener(() => void hint().then((words) => first(plain(words))));
  omnibox.onInputChanged.addListener((text, suggest) => {
    const mine = ++turn;
    void answer(text).then(
      (rows) => {
        // A late answer is about a word that nobody sees any more.
        if (mine !== turn) return;
        // The first row is what Enter alone opens; browsers want it told apart from the others.
        if (rows[0]) first(describeRow(rows[0]));
        suggest(rows.slice(1).map((row) => ({ content: row.content, description: describeRow(row) })));
      },
      () => suggest([]),
    );
  });
  omnibox.onInputEntered.addListener(entered);
}
