import type { Article } from '../../article/index.ts';
import type { ConsentText, InquiryLimits, IntakeError, Receipt } from '../../inquiry/inquiry.ts';
import type { LaterReason, StoredDraft } from '../../inquiry/outbox-entry.ts';
import type { SearchPort } from '../search-view.tsx';
import type { CarriedLine } from './carried.tsx';

/** What the person typed, in the form's own terms. */
export interface FormFields {
  email: string;
  summary: string;
  company: string;
  phone: string;
  detail: string;
}

/** A filled-in form on its way out. */
export interface FilledForm {
  id: string;
  fields: FormFields;
  files: File[];
  /** When the consent box was ticked, RFC 3339. */
  agreed: string;
  /** Ids of the suggestions that were opened. */
  seen: string[];
  /** What was in the field that people do not see. */
  trap: string;
  /** What the person lets go along, of the lines that the face gave the form. */
  carried: CarriedLine[];
}

/** How far one file of an inquiry has come while it is being sent. */
export interface FileProgress {
  /** Which of the inquiry's files, from 0. */
  file: number;
  /** bytes */
  sent: number;
  total: number;
}

export type SendOutcome =
  | { state: 'received'; receipt: Receipt }
  /** On this device; it goes out by itself later. */
  | { state: 'kept'; reason: LaterReason | null }
  | { state: 'refused'; error: IntakeError };

/** What support says about the form; comes with the bundle. */
export interface FormTerms {
  consent: ConsentText;
  limits: InquiryLimits;
  contact: { email: string; phone: string };
}

/** All that the inquiry form asks of the face that shows it (widget or extension). */
export interface InquiryPort {
  loadDraft(): Promise<StoredDraft | null>;
  saveDraft(draft: StoredDraft): Promise<void>;
  dropDraft(id: string): Promise<void>;
  /** Counts at the desk that this article answered it, where the face does that. */
  solved?(article: string): void;
  /**
   * Puts the inquiry on disk.
   * @throws Error named OtherTextError when another text of that id is on its way; a new id settles it
   * @throws when it could not be stored
   */
  keep(form: FilledForm): Promise<void>;
  /** Tries to send what was kept. Called after `keep`, and again when the person asks for it. */
  send(id: string): Promise<SendOutcome>;
  /** Tells how the files come along during `send`. Returns the stop. */
  progress?(id: string, tell: (progress: FileProgress) => void): () => void;
  /** Tells when a kept inquiry was settled without the form, in another tab or by a timer. Returns the stop. */
  watch?(id: string, tell: (outcome: SendOutcome) => void): () => void;
  /** The form begins another inquiry: what became of the last one is no longer shown by it. */
  leave?(): void;
}

/** Suggestions; null while there is no bundle, or none that can be trusted. */
export interface SuggestPort extends SearchPort {
  /** @throws when the article cannot be had */
  article(id: string): Promise<Article>;
}
