import type { OutboxEntry, StoredReceipt } from '../../../inquiry/outbox-entry.ts';

/** All that the list of waiting inquiries asks of the face that shows it. */
export interface WaitingPort {
  /** Of this device and not yet received, oldest first, without the one that the form itself speaks of. */
  list(): Promise<OutboxEntry[]>;
  receipts(): Promise<StoredReceipt[]>;
  /** Calls `listener` when either has changed. Returns the stop. */
  subscribe(listener: () => void): () => void;
  /** Tries all that waits, due or not. */
  sendAll(): Promise<void>;
  /** Gives an entry up. `null`, and nothing happens, while it is being sent. */
  takeBack(id: string): Promise<OutboxEntry | null>;
  /** Puts it where it was, as it was. */
  putBack(entry: OutboxEntry): Promise<void>;
}
