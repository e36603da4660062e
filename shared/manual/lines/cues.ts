/** What a language's manuals say where they do not ask for anything. Data only: the lines decide. */
export interface Cues {
  /** Sends the reader to another manual. */
  crossref: readonly RegExp[];
  /** Opens a note or an example. */
  note: readonly RegExp[];
  /** Says who may do it or which plan has it. */
  permission: readonly RegExp[];
  /** Opens with an act of the hand: then it is no remark about permissions. */
  imperative: RegExp;
  caution: RegExp;
  irreversible: RegExp;
  everyone: RegExp;
  breadcrumb: RegExp;
  chrome: RegExp;
  /** An optional mark at the start of a line, taken off. */
  optional: RegExp;
  optionalAnywhere: RegExp;
  /** Words that make what follows depend on the reader. */
  condition: RegExp;
  /** Examples inside a line, taken out before reading. Global. */
  example: RegExp;
  /** A title over questions and links: what stands below is read, not done. */
  faq: RegExp;
  /** A title that names a role, a device or a version: its steps are a branch. */
  role: RegExp;
}
