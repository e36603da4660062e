/** What leaves the desk. The queue keeps it by the ids; texts and files are read when it is delivered. */
export type Outgoing =
  /** A new inquiry, to every help desk of desk.yaml. */
  | { kind: 'inquiry'; inquiry: string }
  /** The desk's letter to the asker: it has arrived, under this number. */
  | { kind: 'confirmation'; inquiry: string }
  /** A row of `replies`: support's words to the asker, or the asker's further words to the help desks. */
  | { kind: 'reply'; inquiry: string; reply: string }
  /** A one-time address for somebody who wants to see their inquiries; useless after `minutes`. */
  | { kind: 'link'; to: string; lang: 'ko' | 'en' | 'ja'; url: string; minutes: number };

/** What the room that owns `replies` tells about one of them. */
export interface Reply {
  id: string;
  inquiry: string;
  at: Date;
  /** A name to show. */
  author: string;
  by: 'support' | 'asker';
  /** Markdown */
  text: string;
}
