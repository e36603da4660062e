import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OutboxEntry, StoredReceipt } from '../../../inquiry/outbox-entry.ts';
import type { WaitingPort } from './port.ts';

/** What waits, what was received while it was looked at, and what was taken back and can be had again. */
export function useWaiting(port: WaitingPort) {
  const [entries, setEntries] = useState<OutboxEntry[] | null>(null);
  const [arrived, setArrived] = useState<StoredReceipt[]>([]);
  const [taken, setTaken] = useState<OutboxEntry[]>([]);
  /** Everything that was ever listed here. */
  const known = useRef(new Set<string>());
  const turn = useRef(0);

  const look = useCallback(async () => {
    const mine = ++turn.current;
    // Entries first: what leaves between the two is in the receipts then.
    const now = await port.list();
    const receipts = await port.receipts();
    if (mine !== turn.current) return;
    for (const { inquiry } of now) known.current.add(inquiry.id);
    const here = new Set(now.map(({ inquiry }) => inquiry.id));
    const come = receipts.filter(({ id }) => known.current.has(id) && !here.has(id));
    setEntries(now);
    setArrived(come.sort((a, b) => a.receipt.number.localeCompare(b.receipt.number)));
    setTaken((old) =>
      old.filter(({ inquiry: { id } }) => !here.has(id) && !come.some((receipt) => receipt.id === id)),
    );
  }, [port]);

  useEffect(() => {
    const again = () => void look().catch(() => {});
    again();
    const stop = port.subscribe(again);
    return () => {
      turn.current++;
      stop();
    };
  }, [look]);

  const take = async (id: string): Promise<boolean> => {
    const entry = await port.takeBack(id);
    if (!entry) return false;
    setTaken((old) => [...old.filter((one) => one.inquiry.id !== id), entry]);
    await look();
    return true;
  };
  const undo = async (entry: OutboxEntry): Promise<void> => {
    await port.putBack(entry);
    await look();
  };
  return { entries, arrived, taken, take, undo };
}
