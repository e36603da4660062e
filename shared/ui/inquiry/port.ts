import type { Article } from '../../article/index.ts';
import type { ConsentText, InquiryLimits, IntakeError, Receipt } from '../../inquiry/inquiry.ts';
import type { LaterReason, StoredDraft } from '../../inquiry/outbox-entry.ts';
import type { SearchPort } from '../search-view.tsx';

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
  /** Puts the inquiry on disk. @throws when it could not be stored */
  keep(form: FilledForm): Promise<void>;
  /** Tries to send what was kept. Called after `keep`, and again when the person asks for it. */
  send(id: string): Promise<SendOutcome>;
  /** Tells when a kept inquiry was settled without the form, in another tab or by a timer. Returns the stop. */
  watch?(id: string, tell: (outcome: SendOutcome) => void): () => void;
}

/** Suggestions; null while there is no bundle, or none that can be trusted. */
export interface SuggestPort extends SearchPort {
  /** @throws when the article cannot be had */
  article(id: string): Promise<Article>;
}
